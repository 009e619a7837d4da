#include "tamis/pipeline/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "tamis/io/output_name.h"
#include "tamis/readers/field_names.h"
#include "tamis/readers/file_fault.h"
#include "tamis/readers/open_source.h"
#include "tamis/text/utf8.h"

namespace tamis::pipeline {
namespace {

// Also of what cannot be listed, which the listing itself will say.
bool means_files(const io::FileSystem& file_system, const std::string& pattern) {
  const auto listed = file_system.list(pattern);
  return listed.has_value() || listed.error().code() != ErrorCode::kNotFound;
}

Result<void> fail_unreadable(std::string_view path) {
  return fail(ErrorCode::kIo, fmt::format("cannot read {}: permission denied; check who may read "
                                          "it, or leave it out",
                                          path));
}

Result<void> fail_read_twice(const Plan& plan, const InputFile& first, const InputFile& second) {
  return fail(
      ErrorCode::kInvalidInput,
      fmt::format("{} (of source \"{}\") and {} (of source \"{}\") are the same file, which "
                  "would count twice: name it in one of them only",
                  first.name(), plan.sources[first.source].name, second.name(),
                  plan.sources[second.source].name));
}

// A few of many names.
std::string first_names(const std::vector<std::string>& names) {
  constexpr std::size_t kNamedMax = 5;
  std::vector<std::string> shown;
  for (std::size_t index = 0; index < std::min(names.size(), kNamedMax); ++index)
    shown.push_back(in_utf8(names[index]));
  return fmt::format(
      "{}{}", fmt::join(shown, ", "),
      names.size() > kNamedMax ? fmt::format(" and {} more", names.size() - kNamedMax) : "");
}

// A folder stands for the files in it; what is deeper is not left out in silence.
Result<void> note_subfolders(const io::FileSystem& file_system, Plan& plan, std::uint32_t source) {
  for (const std::string& pattern : plan.sources[source].patterns) {
    const auto status = file_system.status(pattern);
    if (!status.has_value() || !status->is_folder) continue;
    TAMIS_ASSIGN(const std::int64_t num_folders, io::count_subfolders(file_system, pattern));
    if (num_folders == 0) continue;
    const std::string name = in_utf8(pattern);
    plan.notes.push_back(
        fmt::format("{}: {} in it {} not read: give '{}{}**' for all files below", name,
                    num_folders == 1 ? "1 folder" : fmt::format("{} folders", num_folders),
                    num_folders == 1 ? "is" : "are", name, name.ends_with('/') ? "" : "/"));
  }
  return {};
}

// `"**"` goes past links to folders: nobody wants to go in circles.
void note_links(Plan& plan, const std::vector<std::string>& links) {
  if (links.empty()) return;
  plan.notes.push_back(fmt::format("{}: not read, being {}: name {} as well, if meant",
                                   first_names(links),
                                   links.size() == 1 ? "a link to a folder" : "links to folders",
                                   links.size() == 1 ? "it" : "them"));
}

// Links, and other spellings.
void note_repeated(Plan& plan, const std::vector<std::string>& paths) {
  if (paths.empty()) return;
  plan.notes.push_back(fmt::format("{}: read once, being {} by another name", first_names(paths),
                                   paths.size() == 1 ? "an input" : "inputs"));
}

// What folders and patterns hold beside the files that are meant: pictures, style sheets.
void note_left_out(Plan& plan, const std::vector<std::string>& names) {
  if (names.empty()) return;
  plan.notes.push_back(
      fmt::format("{} left out, as neither name nor first bytes tell the format: {}",
                  names.size() == 1 ? "1 file is" : fmt::format("{} files are", names.size()),
                  first_names(names)));
}

// The reader that the recipe names, or the file's ending does; null of "auto" and another ending.
const readers::ReaderSpec* reader_of(const Plan& plan, const InputFile& file) {
  const auto specs = readers::builtin_readers();
  return plan.format == readers::kAutomaticFormat ? readers::find_reader_by_ending(specs, file.path)
                                                  : readers::find_reader(specs, plan.format);
}

// By the names of the files alone, so that a run has the same columns wherever it is gone on with.
bool may_have_metadata(const Plan& plan) {
  return std::ranges::any_of(plan.files, [&](const InputFile& file) {
    const readers::ReaderSpec* const reader = reader_of(plan, file);
    if (reader != nullptr && !reader->takes_field_names) return false;
    // With "auto" they are FieldNames, too.
    const auto* const fields = static_cast<const readers::FieldNames*>(plan.reader_params.get());
    return fields == nullptr || !fields->metadata_fields.empty();
  });
}

// An Error for all files with faults together. Leaves out those of no format that are not named by
// themselves, unless nothing would be left.
class FileCheck {
 public:
  FileCheck(const io::FileSystem& file_system, Plan& plan)
      : file_system_(file_system), plan_(plan) {}

  // `is_named`: of each file of the plan.
  Result<void> check(const std::vector<bool>& is_named) {
    std::vector<InputFile>& files = plan_.files;
    std::size_t num_kept = 0;
    for (std::size_t index = 0; index < files.size(); ++index) {
      TAMIS_ASSIGN(const bool is_kept, check_file(files[index], is_named[index]));
      if (is_kept && num_kept != index) files[num_kept] = std::move(files[index]);
      num_kept += is_kept ? 1 : 0;
    }
    files.resize(num_kept);
    const bool is_nothing_left = files.empty() && !left_out_.empty();
    if (is_nothing_left)
      faults_.insert(faults_.end(), left_out_faults_.begin(), left_out_faults_.end());
    if (!faults_.empty()) return fail(ErrorCode::kInvalidInput, joined(faults_));
    note_left_out(plan_, left_out_);
    return {};
  }

 private:
  static constexpr std::size_t kNamedMax = 10;

  // False: it is left out.
  Result<bool> check_file(const InputFile& file, bool is_named) {
    if (file.is_stream) return true;
    TAMIS_ASSIGN(const std::string fault,
                 readers::file_fault(file_system_, file.path, plan_.format, plan_.limits,
                                     plan_.reader_params.get()));
    if (fault.empty()) return true;
    if (!is_named) {
      TAMIS_ASSIGN(const bool is_left_out,
                   readers::is_of_no_format(file_system_, file.path, plan_.format));
      if (is_left_out) {
        left_out_.push_back(file.name());
        left_out_faults_.push_back(in_utf8(fault));
        return false;
      }
    }
    faults_.push_back(in_utf8(fault));
    return true;
  }

  static std::string joined(const std::vector<std::string>& faults) {
    const auto named = std::span(faults).first(std::min(faults.size(), kNamedMax));
    const std::string rest = faults.size() > kNamedMax
                                 ? fmt::format("\nand {} files more", faults.size() - kNamedMax)
                                 : "";
    return fmt::format("{}{}", fmt::join(named, "\n"), rest);
  }

  const io::FileSystem& file_system_;
  Plan& plan_;
  std::vector<std::string> faults_;
  std::vector<std::string> left_out_;
  std::vector<std::string> left_out_faults_;
};

}  // namespace

std::string in_utf8(std::string_view bytes) {
  std::string text;
  text::append_repaired_utf8(bytes, text);
  return text;
}

Result<std::size_t> source_name_bytes(const io::FileSystem& file_system, const std::string& input) {
  const std::size_t equals = input.find('=');
  if (equals == input.npos || equals == 0 || input.find('/') < equals) return 0;
  if (!means_files(file_system, input)) return equals;
  const std::string pattern = input.substr(equals + 1);
  if (!means_files(file_system, pattern)) return 0;
  return fail(ErrorCode::kInvalidInput,
              fmt::format("{0}: this means files named so, and files of \"{1}\" as source \"{2}\": "
                          "write ./{0} for the first, {2}=./{1} for the second",
                          in_utf8(input), in_utf8(pattern), in_utf8(input.substr(0, equals))));
}

bool is_parquet(const Plan& plan, const InputFile& file) {
  const readers::ReaderSpec* const reader = reader_of(plan, file);
  return reader != nullptr && reader->name == "parquet";
}

Result<void> list_input_files(const io::FileSystem& file_system, Plan& plan) {
  if (plan.sources.empty())
    return fail(ErrorCode::kInvalidInput,
                fmt::format("{}: no input: name files in the recipe (read: inputs:) or give "
                            "--input PATTERN",
                            plan.recipe_path));
  std::map<io::FileIdentity, std::size_t> known;  // the index of each file
  std::vector<bool> is_named;                     // of each file
  std::vector<std::string> repeated;              // links to files that are inputs already
  for (std::uint32_t source = 0; source < plan.sources.size(); ++source) {
    for (const std::string& pattern : plan.sources[source].patterns)
      TAMIS_TRY(io::check_is_local(pattern));
    TAMIS_TRY(note_subfolders(file_system, plan, source));
    TAMIS_ASSIGN(io::InputList list,
                 io::read_input_list(file_system, plan.sources[source].patterns));
    note_links(plan, list.links_passed_over);
    plan.files.reserve(plan.files.size() + list.files.size());
    for (std::size_t index = 0; index < list.files.size(); ++index) {
      InputFile file = {.path = std::move(list.files[index]), .source = source};
      if (!text::is_valid_utf8(file.path)) file.utf8_path = in_utf8(file.path);
      io::FileStatus status = {.is_stream = true};
      if (file.path != io::kStandardStream) {
        TAMIS_ASSIGN(status, file_system.status(file.path));
      }
      if (!status.is_readable) return fail_unreadable(file.path);
      file.is_stream = status.is_stream;
      const bool is_known_by_number = !file.is_stream && status.identity.number != 0;
      if (is_known_by_number) {
        const auto [first, is_new] = known.try_emplace(status.identity, plan.files.size());
        if (!is_new && plan.files[first->second].source != source)
          return fail_read_twice(plan, plan.files[first->second], file);
        if (!is_new) {
          repeated.push_back(file.path);
          continue;
        }
      }
      if (!file.is_stream) {
        file.num_bytes = status.num_bytes;
        file.modified_ns = status.modified_ns;
      }
      plan.files.push_back(std::move(file));
      is_named.push_back(list.is_named[index]);
    }
  }
  note_repeated(plan, repeated);
  TAMIS_TRY(FileCheck(file_system, plan).check(is_named));
  plan.has_metadata = may_have_metadata(plan);
  return {};
}

Result<void> check_is_not_read(const Plan& plan, const io::FileSystem& file_system,
                               const std::string& output) {
  std::vector<std::string> paths = {plan.recipe_path};
  for (const InputFile& file : plan.files) paths.push_back(file.path);
  for (const ReadFile& list : plan.list_files) paths.push_back(list.path);
  return io::check_replaces_none(file_system, output, paths);
}

}  // namespace tamis::pipeline
