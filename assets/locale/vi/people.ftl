# Màn hình Cán bộ: sổ cán bộ dùng chung cho mọi lớp.

window-people-nav = Cán bộ
window-people-count = { $count } người trong sổ cán bộ
window-people-add = Thêm cán bộ
window-people-new = Cán bộ mới
window-people-search = Tìm: nguyen van binh
window-people-every-unit = Mọi đơn vị
window-people-every-position = Mọi chức vụ
window-people-unknown-filter = Không có cán bộ nào như vậy. Hãy chọn trong danh sách gợi ý, hoặc xóa chữ trong ô để xem tất cả.
window-people-twins = Có thể trùng · { $count }
window-people-none = Sổ cán bộ còn trống
window-people-none-cure = Người trong danh sách của các lớp tự vào sổ này. Cũng có thể thêm từng người ở đây.
window-people-nothing-cure = Hãy thử ít chữ hơn, hoặc bỏ chọn đơn vị và chức vụ. Gõ không dấu cũng tìm được.
window-people-column-sessions = Số lớp
window-people-export = Xuất Excel…
window-people-exported = Đã xuất danh sách cán bộ ra { $file }. Tệp có { $columns } của { $count } người.
window-people-positions = Chức vụ khác
window-people-position-add = Thêm chức vụ
window-people-position-hint = Ví dụ: Bí thư chi bộ
window-people-since = từ: 2020
window-people-until = đến: nay
window-people-sort-name = Tên để xếp thứ tự
window-people-sort-name-hint = Chỉ cần khi tên không theo lệ thường, ví dụ “H'Hen Niê”.
window-people-pay = Hưởng lương
window-people-paid = Hưởng lương từ ngân sách
window-people-unpaid = Không hưởng lương
window-people-sensitive = Dữ liệu cá nhân nhạy cảm
window-people-sensitive-hint = Chỉ ghi khi thật cần; không in trong danh sách nào.
window-people-sensitive-add = Thêm dân tộc, tôn giáo, trình độ
window-people-sensitive-forget = Xóa các mục này
window-people-party = Là đảng viên
window-people-no-party = Không
window-people-history = { $count ->
    [0] Chưa dự lớp nào
   *[other] Đã dự { $count } lớp
    }
window-people-guest = Khách mời
window-people-substitute = Dự thay
window-people-presenter = Báo cáo viên
window-people-certificate = GCN { $number }
window-people-call = { $count ->
    [1] Thêm vào lớp
   *[other] Thêm { $count } người vào lớp
    }
window-people-call-hint = Chọn lớp đang chuẩn bị
window-people-remove = Xóa khỏi sổ
window-people-selected = { $count } cán bộ đã chọn
window-people-unchanged = Giữ nguyên
window-people-position-for-all = Chức vụ cho tất cả
window-people-unit-for-all = Đơn vị cho tất cả
window-people-merge = Gộp làm một
window-people-merge-hint = Khi hai dòng là một người bị nhập hai lần.
window-people-merge-title = Gộp hai dòng của { $name }
window-people-merge-words = Các lớp đã dự của cả hai được gộp lại; danh sách của lớp đã kết thúc giữ nguyên chữ đã in. Có thể hoàn tác. Chỗ hai dòng khác nhau, hãy chọn điều đúng:
window-people-merge-result = Sau khi gộp
window-people-came = Có mặt { $filled }/{ $known } buổi
