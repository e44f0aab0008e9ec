# Việc tiếp theo của một lớp, và những gì giấy tờ còn thiếu.

next-title = Việc tiếp theo
next-delegates = Nhập danh sách đại biểu
next-delegates-words = Chọn các tệp Excel, Word, PDF mà xã, phường gửi lên; nhiều tệp một lúc cũng được.
next-delegates-do = Chọn tệp danh sách…
next-sittings = Ghi các buổi của lớp
next-sittings-words = Mỗi buổi là một cột ký tên trên danh sách và một lần điểm danh.
next-sittings-do = Ghi buổi
next-sheet = In danh sách ký tên
next-sheet-words = Xem trước từng trang rồi in, hoặc lưu thành tệp PDF.
next-sheet-do = Đến trang in
next-attendance = Điểm danh theo danh sách đã ký
next-attendance-words = Gõ mã ở chân trang đã ký rồi gõ số thứ tự người vắng.
next-attendance-do = Điểm danh
next-certificates = Xem kết quả và cấp giấy chứng nhận
next-certificates-words = Đã điểm danh xong các buổi; xem ai đạt rồi cấp số và in giấy.
next-certificates-do = Xem kết quả
next-dates = Ghi thời gian
next-certificates-print = In giấy chứng nhận
next-report = Làm báo cáo
next-lacks = Giấy tờ còn thiếu:
next-lack-organisation = Cơ quan
next-lack-signatory = Người ký
next-lack-dates = Thời gian
next-lack-sittings = Các buổi
next-lack-venue = Địa điểm
