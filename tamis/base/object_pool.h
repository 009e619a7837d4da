// Objects that are lent to one thread at a time: scratch memory of libraries that want it passed
// in, where the caller is const and shared by all workers.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tamis {

// Holds as many objects as were ever lent at once. Thread-safe; must outlive its loans.
template <typename T, typename Deleter = std::default_delete<T>>
class ObjectPool {
 public:
  using Owner = std::unique_ptr<T, Deleter>;

  // An object that goes back when the loan ends.
  class Loan {
   public:
    Loan(ObjectPool& pool, Owner object) : pool_(pool), object_(std::move(object)) {}
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() { pool_.give_back(std::move(object_)); }

    T* get() const { return object_.get(); }

   private:
    ObjectPool& pool_;
    Owner object_;
  };

  // Lends an object that was given back, else one that `make` makes. `make` returns an Owner and
  // runs outside the lock; an empty Owner is lent as it is, and never kept.
  template <typename Make>
  Loan lend(Make make) {
    Owner object = take();
    if (object == nullptr) object = make();
    return Loan(*this, std::move(object));
  }

 private:
  Owner take() {
    const std::lock_guard lock(mutex_);
    if (objects_.empty()) return nullptr;
    Owner object = std::move(objects_.back());
    objects_.pop_back();
    return object;
  }

  void give_back(Owner object) {
    if (object == nullptr) return;
    const std::lock_guard lock(mutex_);
    objects_.push_back(std::move(object));
  }

  std::mutex mutex_;
  std::vector<Owner> objects_;
};

}  // namespace tamis
