// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every source of views/ and app/ includes, parsed once; sources still include what they use.
#pragma once

#include "models/edit/plan_document.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
