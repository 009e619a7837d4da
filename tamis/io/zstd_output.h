// A compressing OutputFile: zstd frames with checksums, the same bytes on every machine.
#pragma once

#include <cstdint>
#include <memory>

#include "tamis/io/file_system.h"

namespace tamis::io {

// What compressing at a level takes.
std::int64_t zstd_encoder_bytes(int level);

class ZstdOutput final : public OutputFile {
 public:
  static constexpr int kDefaultLevel = 1;

  // `level`: 1 (fast) to 19 (small). `num_bytes_before`: what a resumed file holds already, in
  // whole frames.
  static Result<std::unique_ptr<ZstdOutput>> create(std::unique_ptr<OutputFile> file,
                                                    int level = kDefaultLevel,
                                                    std::int64_t num_bytes_before = 0);
  struct Encoder;  // zstd's types stay out of this header
  ZstdOutput(std::unique_ptr<OutputFile> file, std::unique_ptr<Encoder> encoder,
             std::int64_t num_bytes_before);
  ~ZstdOutput() override;

  Result<void> write(std::string_view bytes) override;

  // Ends the frame under way, so that what was written so far can be read by itself, and the next
  // frame does not depend on it.
  Result<std::int64_t> sync() override;

  // Ends the last frame and commits the file.
  Result<void> commit() override;

  // Bytes of the file so far.
  std::int64_t num_bytes_written() const { return num_bytes_written_; }

 private:
  Result<void> compress(std::string_view bytes, bool ends_frame);

  std::unique_ptr<OutputFile> file_;
  std::unique_ptr<Encoder> encoder_;
  std::int64_t num_bytes_written_ = 0;
  bool is_in_frame_ = false;
};

}  // namespace tamis::io
