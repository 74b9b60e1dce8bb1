// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plan/yomi_proposal.h"

#include "models/plan/search_form.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace shisaku {

using namespace Qt::StringLiterals;

namespace {
/// Words and their readings. Left out is what is read in more than one way: 市場, 分, 生.
constexpr QStringView words =
    u"課 か 室 しつ 部 ぶ 局 きょく 班 はん 署 しょ 団 だん 税 ぜい 者 しゃ 費 ひ 委員会 いいんかい 委員 いいん "
    u"事務局 じむきょく 事務所 じむしょ 本庁 ほんちょう 支所 ししょ 出張所 しゅっちょうじょ 分室 ぶんしつ 本部 ほんぶ "
    u"支部 しぶ 担当 たんとう 市長公室 しちょうこうしつ 公室 こうしつ 市立 しりつ 町立 ちょうりつ 村立 そんりつ "
    u"市長 しちょう 町長 ちょうちょう 村長 そんちょう 副市長 ふくしちょう 総務 そうむ 総合 そうごう 企画 きかく "
    u"政策 せいさく 戦略 せんりゃく 経営 けいえい 計画 けいかく 調整 ちょうせい 秘書 ひしょ 広報 こうほう 広聴 こうちょう "
    u"統計 とうけい 法務 ほうむ 法規 ほうき 文書 ぶんしょ 庶務 しょむ 行政 ぎょうせい 行革 ぎょうかく 改革 かいかく "
    u"改善 かいぜん 人事 じんじ 職員 しょくいん 給与 きゅうよ 研修 けんしゅう 人材 じんざい 育成 いくせい 情報 じょうほう "
    u"電算 でんさん 統括 とうかつ 管理 かんり 危機 きき 防災 ぼうさい 防犯 ぼうはん 安全 あんぜん 安心 あんしん "
    u"消防 しょうぼう 警防 けいぼう 予防 よぼう 救急 きゅうきゅう 救助 きゅうじょ 指令 しれい 通信 つうしん 復興 ふっこう "
    u"国民保護 こくみんほご 財政 ざいせい 財務 ざいむ 財産 ざいさん 管財 かんざい 契約 けいやく 検査 けんさ 用度 ようど "
    u"資産 しさん 固定 こてい 税務 ぜいむ 課税 かぜい 納税 のうぜい 市民税 しみんぜい 町民税 ちょうみんぜい 収納 しゅうのう "
    u"収税 しゅうぜい 徴収 ちょうしゅう 債権 さいけん 会計 かいけい 出納 すいとう 監査 かんさ 議会 ぎかい 議事 ぎじ "
    u"選挙 せんきょ 公平 こうへい 市民 しみん 町民 ちょうみん 村民 そんみん 住民 じゅうみん 区民 くみん 戸籍 こせき "
    u"窓口 まどぐち 相談 そうだん 消費 しょうひ 生活 せいかつ 活動 かつどう 協働 きょうどう 自治 じち 地域 ちいき "
    u"地方 ちほう 創生 そうせい 定住 ていじゅう 移住 いじゅう 人権 じんけん 平和 へいわ 男女 だんじょ 共同 きょうどう "
    u"参画 さんかく 共生 きょうせい 多文化 たぶんか 国際 こくさい 交流 こうりゅう 中山間 ちゅうさんかん 離島 りとう "
    u"過疎 かそ 未来 みらい 福祉 ふくし 社会 しゃかい 障害 しょうがい 障がい しょうがい 高齢 こうれい 長寿 ちょうじゅ "
    u"介護 かいご 保険 ほけん 国保 こくほ 国民健康保険 こくみんけんこうほけん 年金 ねんきん 医療 いりょう 後期 こうき "
    u"保護 ほご 援護 えんご 支援 しえん 応援 おうえん 給付 きゅうふ 子育て こそだて 子供 こども 子ども こども 児童 じどう "
    u"母子 ぼし 家庭 かてい 保育 ほいく 保育所 ほいくしょ 保育園 ほいくえん 幼稚園 ようちえん 青少年 せいしょうねん "
    u"若者 わかもの 健康 けんこう 保健 ほけん 増進 ぞうしん 診療所 しんりょうじょ 病院 びょういん 看護 かんご 医事 いじ "
    u"感染症 かんせんしょう 環境 かんきょう 衛生 えいせい 清掃 せいそう 廃棄物 はいきぶつ 資源 しげん 循環 じゅんかん "
    u"脱炭素 だつたんそ 地球 ちきゅう 温暖化 おんだんか 斎場 さいじょう 農林 のうりん 農業 のうぎょう 農政 のうせい "
    u"農村 のうそん 農地 のうち 農産 のうさん 畜産 ちくさん 耕地 こうち 林業 りんぎょう 林務 りんむ 森林 しんりん "
    u"水産 すいさん 漁港 ぎょこう 漁業 ぎょぎょう 港湾 こうわん 商工 しょうこう 商業 しょうぎょう 工業 こうぎょう "
    u"産業 さんぎょう 経済 けいざい 労政 ろうせい 労働 ろうどう 雇用 こよう 企業 きぎょう 誘致 ゆうち 立地 りっち "
    u"観光 かんこう 物産 ぶっさん 特産 とくさん 建設 けんせつ 土木 どぼく 道路 どうろ 河川 かせん 橋梁 きょうりょう "
    u"砂防 さぼう 治水 ちすい 維持 いじ 整備 せいび 用地 ようち 地籍 ちせき 国土 こくど 調査 ちょうさ 都市 とし "
    u"開発 かいはつ 区画 くかく 整理 せいり 市街地 しがいち 景観 けいかん 公園 こうえん 緑地 りょくち 緑化 りょくか "
    u"建築 けんちく 営繕 えいぜん 指導 しどう 審査 しんさ 住宅 じゅうたく 空き家 あきや 空家 あきや 交通 こうつう "
    u"公共 こうきょう 施設 しせつ 工務 こうむ 工事 こうじ 上下水道 じょうげすいどう 上水道 じょうすいどう 下水道 げすいどう "
    u"水道 すいどう 下水 げすい 浄水 じょうすい 営業 えいぎょう 料金 りょうきん 業務 ぎょうむ 給水 きゅうすい "
    u"教育 きょういく 学校 がっこう 学務 がくむ 学事 がくじ 学習 がくしゅう 生涯 しょうがい 給食 きゅうしょく 生徒 せいと "
    u"文化財 ぶんかざい 文化 ぶんか 芸術 げいじゅつ 歴史 れきし 体育 たいいく 図書館 としょかん 中央 ちゅうおう "
    u"公民館 こうみんかん 博物館 はくぶつかん 美術館 びじゅつかん 資料館 しりょうかん 会館 かいかん 推進 すいしん "
    u"振興 しんこう 促進 そくしん 対策 たいさく 連携 れんけい 事業 じぎょう 基盤 きばん 特命 とくめい 第一 だいいち "
    u"第二 だいに 第三 だいさん 技術 ぎじゅつ 監理 かんり 運営 うんえい 利用 りよう 活用 かつよう 魅力 みりょく "
    u"創造 そうぞう 発信 はっしん 新 しん 兼 けん DX でぃーえっくす ICT あいしーてぃー IT あいてぃー AI えーあい "
    u"PR ぴーあーる";

/// 「総務係」 is そうむがかり, 「係」 alone かかり.
constexpr QStringView section = u"係";

const QHash<QString, QString> &readings()
{
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> list;
        const auto parts = words.split(u' ');
        for (qsizetype i = 0; i + 1 < parts.size(); i += 2)
            list.insert(parts[i].toString(), parts[i + 1].toString());
        return list;
    }();
    return known;
}

/// Kana in hiragana; null for any other sign.
QChar kana(QChar c)
{
    const bool isHiragana = (c >= u'ぁ' && c <= u'ゔ') || c == u'ー';
    if (isHiragana)
        return c;
    const bool isSmallKe = c == u'ヵ' || c == u'ヶ'; // read か or が
    return c >= u'ァ' && c <= u'ヴ' && !isSmallKe ? QChar(c.unicode() - u'ァ' + u'ぁ') : QChar();
}

/// What stands at a place and is read as it is: kana, or what only parts words.
std::optional<QString> readAsIs(QChar c)
{
    if (c.isSpace() || c == u'・' || c == u'･')
        return QString();
    const QChar read = kana(c);
    return read.isNull() ? std::nullopt : std::optional(QString(read));
}
} // namespace

QString proposedYomi(const QString &name)
{
    constexpr qsizetype longestWord = 8;
    const QString text = plainForm(name).toUpper();
    // From the end: the reading of what follows each place, with the longest words, as far as there is one.
    QList<std::optional<QString>> read(text.size() + 1);
    read.last() = QString();
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        for (qsizetype length = std::min(longestWord, text.size() - at); length > 0 && !read[at]; --length) {
            const auto word = readings().constFind(text.mid(at, length));
            if (word != readings().constEnd() && read[at + length])
                read[at] = *word + *read[at + length];
        }
        const auto same = readAsIs(text.at(at));
        if (!read[at] && same && read[at + 1])
            read[at] = *same + *read[at + 1];
        if (!read[at] && QStringView(text).sliced(at).startsWith(section) && read[at + 1])
            read[at] = (at == 0 ? u"かかり"_s : u"がかり"_s) + *read[at + 1];
    }
    return read.first().value_or(QString());
}

} // namespace shisaku
