#include "tamis/extract/dates.h"

#include <gtest/gtest.h>

namespace tamis::extract {
namespace {

struct Case {
  std::string_view text;
  std::string_view date;
};

TEST(FindDate, ReadsTheFormsOfPages) {
  for (const auto& [text, date] :
       std::initializer_list<Case>{{"2023-05-01", "2023-05-01"},
                                   {"2023-05-01T12:30:00+08:00", "2023-05-01T12:30:00+08:00"},
                                   {"2023-05-01T12:30:00.000Z", "2023-05-01T12:30:00Z"},
                                   {"2023-05-01 12:30", "2023-05-01T12:30"},
                                   {"2023-05-01T12:30:00+0800", "2023-05-01T12:30:00+08:00"},
                                   {"发布时间：2023/5/1 9:05:07", "2023-05-01T09:05:07"},
                                   {"2023年5月1日", "2023-05-01"},
                                   {"2023 年 05 月 01 日 12:30 来源", "2023-05-01T12:30"},
                                   {"2023年5月1日 12时30分", "2023-05-01T12:30"},
                                   {"Posted on May 1, 2023 by X", "2023-05-01"},
                                   {"Sept. 1st 2023", "2023-09-01"},
                                   {"Mon, 01 May 2023 12:30:00 GMT", "2023-05-01T12:30:00Z"},
                                   {"1st of May 2023", "2023-05-01"},
                                   {"2024年3月5號 14:30", "2024-03-05T14:30"},
                                   {"2024-02-29", "2024-02-29"},
                                   {"二０二四年三月五日", "2024-03-05"},
                                   {"２０２４－０３－０５", "2024-03-05"},
                                   {"二〇二四年十二月二十五日", "2024-12-25"},
                                   {"２０２４年３月５日", "2024-03-05"},
                                   {"2024 / 03 / 05", "2024-03-05"},
                                   {"2024 -03", ""},
                                   {"中華民國113年3月5日 10:15", "2024-03-05T10:15"},
                                   {"民國 113 年 3 月 5 日", "2024-03-05"},
                                   {"令和6年3月5日", "2024-03-05"},
                                   {"113年3月5日", ""},
                                   {"2024년 3월 5일 오후 3:15", "2024-03-05T15:15"},
                                   {"2024. 3. 5. 10:15", "2024-03-05T10:15"},
                                   {"2024年3月5日 午後3時05分", "2024-03-05T15:05"}}) {
    EXPECT_EQ(find_date(text), date) << text;
  }
}

TEST(FindDate, ReadsTheMonthsOfOtherLanguages) {
  for (const auto& [text, date] :
       std::initializer_list<Case>{{"Freitag, 21. Januar 2022", "2022-01-21"},
                                   {"3. März 2020 um 12:30 Uhr", "2020-03-03T12:30"},
                                   {"21.Dez.2021", "2021-12-21"},
                                   {"1. November 2021", "2021-11-01"},
                                   {"le 1er août 2019", "2019-08-01"},
                                   {"publié le 12 févr. 2018", "2018-02-12"},
                                   {"5 de mayo de 2020", "2020-05-05"},
                                   {"5 de mayo del 2020", "2020-05-05"},
                                   {"1º de maio de 2020", "2020-05-01"},
                                   {"4 września 2023", "2023-09-04"},
                                   {"3 марта 2019 г.", "2019-03-03"},
                                   {"16 Şubat 2020", "2020-02-16"},
                                   {"16 Φεβρουαρίου 2020", "2020-02-16"},
                                   {"الأربعاء، 07 أكتوبر 2020", "2020-10-07"},
                                   {"24 نيسان 2020", "2020-04-24"},
                                   {"21\u00a0Januar\u00a02022", "2022-01-21"},
                                   {"发表于 5 May 2023", "2023-05-05"}}) {
    EXPECT_EQ(find_date(text), date) << text;
  }
}

TEST(FindDate, ReadsTheTimeOfHalfDays) {
  for (const auto& [text, date] :
       std::initializer_list<Case>{{"March 5, 2024 2:30 PM", "2024-03-05T14:30"},
                                   {"March 5, 2024 at 2:30 p.m. EST", "2024-03-05T14:30"},
                                   {"March 5, 2024 12:15:07am GMT", "2024-03-05T00:15:07Z"},
                                   {"March 5, 2024 2:30 Pmx", "2024-03-05T02:30"},
                                   {"2024-03-05 14:30 PM", "2024-03-05T14:30"},
                                   {"2024年3月5日 下午2:30", "2024-03-05T14:30"},
                                   {"2024年3月5日 星期二 中午12时30分", "2024-03-05T12:30"},
                                   {"2024年3月5日上午9点30分", "2024-03-05T09:30"},
                                   {"2024-03-05 14：30", "2024-03-05T14:30"}}) {
    EXPECT_EQ(find_date(text), date) << text;
  }
}

TEST(FindDate, ReadsTheTimeBehindADayOfTheWeek) {
  for (const auto& [text, date] :
       std::initializer_list<Case>{{"2024年3月5日(火) 14:30", "2024-03-05T14:30"},
                                   {"2024年3月5日（星期二）14:30", "2024-03-05T14:30"},
                                   {"2024年3月5日 週二 下午2點30分", "2024-03-05T14:30"},
                                   {"March 5, 2024 (Tue) 2:30 PM", "2024-03-05T14:30"},
                                   {"March 5, 2024 (14:30", "2024-03-05"}}) {
    EXPECT_EQ(find_date(text), date) << text;
  }
}

TEST(FindDate, TellsZonesFromTheEndsOfHours) {
  for (const auto& [text, date] :
       std::initializer_list<Case>{{"2024年3月5日 09:00-11:30", "2024-03-05T09:00"},
                                   {"March 5, 2024, 9:00 -11:30", "2024-03-05T09:00"},
                                   {"2024-03-05 9:00 AM-11:30 AM", "2024-03-05T09:00"},
                                   {"2024-03-05T09:00-05:00", "2024-03-05T09:00-05:00"},
                                   {"2024-03-05 09:00:00 -0500", "2024-03-05T09:00:00-05:00"},
                                   {"2024-03-05 09:00+08:00", "2024-03-05T09:00+08:00"}}) {
    EXPECT_EQ(find_date(text), date) << text;
  }
}

TEST(FindDate, ReadsTheZoneBehindAName) {
  for (const auto& [text, date] : std::initializer_list<Case>{
           {"2023-05-01 10:00 GMT+8", "2023-05-01T10:00+08:00"},
           {"2023-05-01 10:00 UTC-5", "2023-05-01T10:00-05:00"},
           {"2023-05-01 10:00 UTC+05:30", "2023-05-01T10:00+05:30"},
           {"2023-05-01 10:00:00 GMT+0800 (CST)", "2023-05-01T10:00:00+08:00"},
           {"2023-05-01 10:00 GMT - news", "2023-05-01T10:00Z"}}) {
    EXPECT_EQ(find_date(text), date) << text;
  }
}

TEST(FindDate, ReadsWhatTheClockStandsWithin) {
  EXPECT_EQ(find_date("Tue Mar  5 10:15:00 EST 2024"), "2024-03-05");
  EXPECT_EQ(find_date("Mon May 01 10:00:00 2023"), "2023-05-01");
  EXPECT_EQ(find_date("May 01 10:00 to 11:00 2023"), "");
}

TEST(FindDate, ReadsTheBasicFormWhereItIsAll) {
  EXPECT_EQ(find_date("20240305"), "2024-03-05");
  EXPECT_EQ(find_date(" 20240305T101530Z "), "2024-03-05T10:15:30Z");
  EXPECT_EQ(find_date("20240305T101530+0800"), "2024-03-05T10:15:30+08:00");
  EXPECT_EQ(find_date("20241305"), "");
  EXPECT_EQ(find_date("20240305T251530"), "");
  EXPECT_EQ(find_date("No. 20240305"), "");
}

TEST(FindDate, ReadsTheYearLastWhereOneDayIsMeant) {
  EXPECT_EQ(find_date("25/03/2024 14:30"), "2024-03-25T14:30");
  EXPECT_EQ(find_date("03/25/2024"), "2024-03-25");
  EXPECT_EQ(find_date("25.03.2024"), "2024-03-25");
  EXPECT_EQ(find_date("5.3.2024"), "2024-03-05");
  EXPECT_EQ(find_date("08/08/2017"), "2017-08-08");
  EXPECT_EQ(find_date("8-9-2017"), "");
  EXPECT_EQ(find_date("25/13/2024"), "");
  EXPECT_EQ(find_date("25/03.2024"), "");
}

TEST(IsDate, TellsADateFromALineThatHasOne) {
  for (const std::string_view text : {"13 Oct 2020 18:29", "2023年5月1日 下午2:30", "2023-05-01 "})
    EXPECT_TRUE(is_date(text)) << text;
  for (const std::string_view text : {"", "news", "2023-05-01 news", "第2期 2023-05-01", "2023"})
    EXPECT_FALSE(is_date(text)) << text;
}

TEST(FindDate, LeavesWhatIsNoDate) {
  for (const std::string_view text : {"",
                                      "5/1/2023",
                                      "2023-13-01",
                                      "2023-02-29",
                                      "2023-02-30",
                                      "12023-05-01",
                                      "1789-07-14",
                                      "2023",
                                      "2023-05",
                                      "May 2023",
                                      "v2023.5",
                                      "Maybe 1, 2023",
                                      "Mai 1, 2023",
                                      "31. Februar 2022",
                                      "5 de 2020",
                                      "1. Platz 2022",
                                      "iPad 8th Gen 2020 Review",
                                      "小米11 Pro 2021款评测",
                                      "Ranked 12 out of 2015 schools",
                                      "LEGO 12 Set 2020",
                                      "1st de mayo de 2020",
                                      "Marc 12, 2020"}) {
    EXPECT_EQ(find_date(text), "") << text;
  }
}

TEST(FindUrlDate, LooksAtThePathAlone) {
  EXPECT_EQ(find_url_date("https://a.com/2020/01/31/title"), "2020-01-31");
  EXPECT_EQ(find_url_date("https://a.cn/n1/202001/t20200131_1.htm"), "2020-01-31");
  EXPECT_EQ(find_url_date("https://a.com/x?d=2020-01-31"), "");
  EXPECT_EQ(find_url_date("https://2020-01-31.com"), "");
  EXPECT_EQ(find_url_date(""), "");
}

}  // namespace
}  // namespace tamis::extract
