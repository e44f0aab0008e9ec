# print

## Mẫu in
window-recipe = Mẫu in
window-recipe-usual = Thông thường
window-recipe-changed = đã đổi
window-recipe-save = Lưu thành mẫu…
window-recipe-over = Lưu mẫu
window-recipe-new = Mẫu mới…
window-recipe-rename = Đổi tên…
window-recipe-remove = Xóa mẫu
window-recipe-name = Tên mẫu
window-recipe-name-hint = Ví dụ: bàn đón, gửi nhà xe. Mẫu dùng được cho mọi lớp trong tệp dữ liệu này.
window-recipe-save-over = Lưu đè mẫu cùng tên
window-recipe-save-title = Lưu thành mẫu in
window-recipe-save-confirm = Lưu mẫu mới
window-recipe-rename-title = Đổi tên mẫu in
window-recipe-rename-confirm = Đổi tên
window-recipe-damaged = Có tùy chọn đã lưu mà chương trình này không hiểu, nên phần đó được in như thông thường. Hãy xem lại các tùy chọn trước khi in.

## In lại trang đã đổi
window-print-changed = { $count }/{ $pages } trang đã đổi từ lần in { $when }
window-print-changed-gone = { $count }/{ $pages } trang đã đổi từ lần in { $when }; lần đó thừa { $gone } tờ, hãy bỏ đi
window-print-all-changed = Mọi trang đã đổi từ lần in { $when }: hãy in lại cả
window-print-sheets-gone = Từ lần in { $when } chỉ bớt { $count } tờ: hãy bỏ tờ thừa, không cần in lại
window-print-unchanged = Không trang nào đổi từ lần in { $when }
window-print-changed-see = Xem
window-print-changed-print = In { $count } trang
window-print-changed-save = Lưu { $count } trang

## Cả bộ hồ sơ
window-bundle = Cả bộ hồ sơ…
window-bundle-title = Cả bộ hồ sơ
window-bundle-words = Mọi giấy tờ của lớp được ghi vào một thư mục, đánh số theo thứ tự dùng, mỗi loại theo tùy chọn của loại đó.
window-bundle-folder = Thư mục
window-bundle-folder-hint = Chưa có thì thư mục được tạo mới; “~/” là thư mục riêng của bạn.
window-bundle-browse = Chọn thư mục…
window-bundle-no-dialog = Máy này không mở được hộp chọn thư mục. Hãy gõ đường dẫn vào ô “Thư mục”.
window-bundle-editable = Kèm bản Word, Excel để sửa
window-bundle-go = Lưu cả bộ
window-bundle-done = Đã lưu { $count } tệp vào { $folder }. Các tệp PDF có { $pages } trang.
window-bundle-missing = Chưa làm được:
window-bundle-stopped = Đã dừng. Các tệp đã ghi xong vẫn ở trong thư mục.
window-bundle-show = Mở thư mục
window-bundle-not-shown = Không mở được thư mục bằng chương trình quản lý tệp. Hãy tìm thư mục theo đường dẫn đã ghi trong hộp này.
window-bundle-close = Đóng

window-print-sittings = Buổi ký tên
window-print-order = Sắp xếp
window-print-order-number = Theo STT
window-print-order-unit = Đơn vị, rồi tên
window-print-order-name = Tên A–Z
window-print-remark = Dòng ghi dưới tiêu đề
window-print-remark-example = Ví dụ: Gửi nhà xe
