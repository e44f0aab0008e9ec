# Điểm danh: dòng gõ bên danh sách đã ký, trang in và cách trả lời.
mark-line-unknown = “{ $part }” không đọc được. Gõ số thứ tự, thêm p (có phép), m (muộn), v (về sớm), = tên người đi thay, hoặc + tên người ngoài danh sách.
mark-line-twice = Số { $number } gõ hai lần. Bỏ bớt một lần.
mark-line-range = “{ $part }” không phải một khoảng số. Gõ số nhỏ trước, ví dụ 12-15.
mark-line-no-name = “{ $part }” thiếu tên. Gõ họ tên ngay sau dấu.
mark-page-no-number = Trang này không có số { $number }. Xem lại số trên trang giấy.
mark-page-blank = Số { $number } là dòng để trống trên trang. Người ghi tay vào đó gõ bằng dấu +, ví dụ +Lê Văn C, xã Tam An.
mark-page-which-column = Trang này có nhiều cột ký. Gõ S:, C: hoặc T: trước các số, hoặc chọn cột.
mark-page-no-column = Trang này không có cột ký của buổi đó.
mark-page-no-sitting = Trang này không có cột ký cho buổi nào.
attendance-present = Có mặt
attendance-late = Đến muộn
attendance-left-early = Về sớm
attendance-excused = Vắng có phép
attendance-absent = Vắng
attendance-substituted = Người khác dự thay
attendance-invited = Triệu tập
attendance-unmarked = Chưa điểm danh
