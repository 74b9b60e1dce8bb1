# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by app/run and tests/run: installs the Debian or Ubuntu packages that are missing.

BUILD_PACKAGES="g++ cmake ninja-build pkg-config qt6-base-dev libqt6svg6-dev|qt6-svg-dev qt6-charts-dev|libqt6charts6-dev libqt6opengl6-dev libqt6sql6-sqlite libqpdf-dev libssl-dev"
RUN_PACKAGES="qt6-translations-l10n libqt6svg6 fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho"
TEST_PACKAGES="mold strace poppler-utils qpdf sqlite3 xvfb openbox xauth"

# install_packages WHY PACKAGE …   ("a|b" means whichever of the two the system knows)
install_packages() {
  local why=$1 missing=() wanted name
  shift
  local installed
  installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^ii *//p')
  for wanted in "$@"; do
    grep -qxE "${wanted//+/\\+}" <<<"$installed" || missing+=("$wanted")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]}. Install their counterparts of your system, then run this again." >&2
    exit 1
  fi
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "Missing packages. Run this, then start again:  sudo apt-get install ${missing[*]%%|*}" >&2
      exit 1
    fi
    sudo="sudo"
  fi
  echo "Installing ${missing[*]} ($why)." >&2
  $sudo apt-get update -qq
  local names=()
  for wanted in "${missing[@]}"; do
    for name in ${wanted//|/ }; do
      if apt-cache show "$name" >/dev/null 2>&1; then
        names+=("$name")
        break
      fi
    done
  done
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >/dev/null
}
