// One way to open any input: gzip, zstd or plain, told apart by their first bytes, never by name.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "tamis/io/chunk_source.h"
#include "tamis/io/file_system.h"

namespace tamis::io {

Result<std::unique_ptr<ChunkSource>> decompress(std::unique_ptr<ByteSource> source);

Result<std::unique_ptr<ChunkSource>> open_decompressed(const FileSystem& file_system,
                                                       const std::string& path);

// The first `num_bytes` bytes of a file, decompressed; fewer where it ends, is damaged, or packs
// very much into the first of its bytes. For a look at many files: costs little of large ones.
Result<std::string> read_head(const FileSystem& file_system, const std::string& path,
                              std::size_t num_bytes);

}  // namespace tamis::io
