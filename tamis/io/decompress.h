// One way to open any input: gzip, zstd or plain, told apart by their first bytes, never by name.
#pragma once

#include <memory>
#include <string>

#include "tamis/io/chunk_source.h"
#include "tamis/io/file_system.h"

namespace tamis::io {

Result<std::unique_ptr<ChunkSource>> decompress(std::unique_ptr<ByteSource> source);

Result<std::unique_ptr<ChunkSource>> open_decompressed(const FileSystem& file_system,
                                                       const std::string& path);

}  // namespace tamis::io
