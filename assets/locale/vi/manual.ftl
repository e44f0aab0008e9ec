# Hướng dẫn sử dụng trong cửa sổ (F1). Các trang của nó ở assets/guide.

manual-title = Hướng dẫn
manual-back = Trang vừa xem
manual-contents = Mục lục
manual-search = Tìm trong hướng dẫn
manual-save-title = Lưu hướng dẫn (PDF)
manual-save-page = Lưu trang này
manual-save-all = Lưu cả quyển
manual-saved = Đã lưu hướng dẫn vào { $file }.
