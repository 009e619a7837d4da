// Names of authors in Chinese lines: "作者：张三、李四", "撰文 / 王五", "（记者 赵六）",
// "来源：某报".
#pragma once

#include <string>
#include <string_view>

namespace tamis::extract {

// The names behind 作者, 撰文, 文, 记者 and the like, in the order in which these are believed, as
// "张三, 李四"; empty if the line has none. Linear.
std::string find_chinese_author(std::string_view line);

// What "来源：" says; empty if the line does not.
std::string find_source(std::string_view line);

// Of "（记者张三、李四）" at the front or at the end of a paragraph; else empty.
std::string find_reporter(std::string_view paragraph);

// "作者：" at the front of a field for a name.
std::string_view without_chinese_mark(std::string_view field);

// Up to a dot that parts a name from what follows it; those of 加西亚·马尔克斯 and J·K·罗琳 do not.
std::string_view until_parting_dot(std::string_view text);

}  // namespace tamis::extract
