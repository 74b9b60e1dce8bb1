// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that one spreadsheet or another takes for something else, and such as look it and are kept.
#pragma once

#include <QStringList>

namespace shisaku {

/// What is written in another form by a spreadsheet that opens and saves it, or run as a formula.
inline const QStringList &rewrittenTexts()
{
    static const QStringList texts =
        QStringLiteral("07|007|(1)|（1）|1E7|1e-5|1-2|1-2-3|100.0|1.10|-1.50|2020-10|2020-10-01|2020/10/1|1/2|１／２|1 1/2|"
                       "TRUE|False|1:30|R4.4.1|令和4年4月1日|4月1日|１２３|Oct-20|1-Oct-20|May 5|5 pm|50%|¥1,410|￥1,410|"
                       "1,410|$5|1.|.5|5-|1.2.3|123456789012|12345678E012|000000000001|07 | 5|0.00001|12345.678901|-0|"
                       "R4年4月1日|令和元年5月|12時30分|2020-10-01T00:00|10 P|2020/10|=1+1|＝１＋１|+81|＋８１|-x|@x|false|"
                       "1:2:3|50:00|'07|''07|'=1|R4.3|H31.4.30|2021年9月30日|１|5 May 2020|５０％|5:|2021.9.30|1/2/3|"
                       "123456789012345678|000000000123|1E400|1 |−5|3 (4)")
            .split(u'|');
    return texts;
}

/// What comes back as it was.
inline const QStringList &keptTexts()
{
    static const QStringList texts =
        QStringLiteral("46|0|-1|-3.5|1410|2021|FY2021|2021H1|..|R4|R4～R6|令和4年度|1-2-①|①|5人|10000円|第1回|0c|1E|"
                       "46T365FWMREB|measure:46T365FWMREB|▲5|△5|－|…|10月|Word 365|MAY|e1|E4|令和6年10月 79.1%|令和4年|30分|"
                       "'普通|'|#N/A|#DIV/0!|1人")
            .split(u'|');
    return texts;
}

} // namespace shisaku
