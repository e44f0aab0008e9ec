# Cột riêng của lớp, tổ thảo luận.

own-kind-text = Chữ
own-kind-number = Số
own-kind-yes-no = Có/không
own-kind-group = Tổ thảo luận
own-no-label = Cột cần có tên. Hãy gõ tên cột, ví dụ “Xe”.
own-long-label = Tên cột dài quá { $most } ký tự. Hãy rút gọn.
own-label-taken = Lớp đã có cột “{ $label }”. Hãy đặt tên khác.
own-fixed-label = “{ $label }” là mục có sẵn của mọi đại biểu. Hãy ghi vào mục đó, hoặc đặt tên khác.
own-too-many = Một lớp có nhiều nhất { $most } cột riêng. Hãy bỏ cột không dùng nữa.
own-groups-twice = Lớp đã có cột tổ thảo luận là “{ $label }”.
own-unknown-column = Cột này không còn nữa. Hãy mở lại danh sách.
own-long-value = Ô này dài quá { $most } ký tự. Hãy rút gọn.
own-not-a-number = “{ $text }” không phải là số. Hãy gõ số, ví dụ 2 hoặc 2,5.
own-not-yes-no = “{ $text }” không rõ là có hay không. Hãy gõ “x” hoặc “có”, hoặc để trống.
own-no-groups = Không có ai để chia, hoặc số tổ là 0. Hãy chọn lại.
own-print-column = Cột riêng
own-print-columns = Cột riêng
own-print-by = Gom theo cột riêng
own-print-by-nothing = Không gom
own-print-only = Chỉ in người có
own-print-only-nothing = Tất cả đại biểu
own-print-apart = Mỗi tổ sang trang mới
own-print-no-groups = Chưa có tổ nào: bấm “Chia tổ…” ở trang Đại biểu.
own-print-lead = { $name } – tổ trưởng
own-print-secretary = { $name } – thư ký
own-print-place = { $name } – địa điểm
