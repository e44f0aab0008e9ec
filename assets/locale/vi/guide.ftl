# Việc tiếp theo của một lớp, và những gì giấy tờ còn thiếu.

guide-next = Việc tiếp theo
guide-delegates = Nhập danh sách đại biểu
guide-delegates-words = Chọn các tệp Excel, Word, PDF mà xã, phường gửi lên; nhiều tệp một lúc cũng được.
guide-delegates-do = Chọn tệp danh sách…
guide-sittings = Ghi các buổi của lớp
guide-sittings-words = Mỗi buổi là một cột ký tên trên danh sách và một lần điểm danh.
guide-sittings-do = Ghi buổi
guide-sheet = In danh sách ký tên
guide-sheet-words = Xem trước từng trang rồi in, hoặc lưu thành tệp PDF.
guide-sheet-do = Đến trang in
guide-attendance = Điểm danh theo danh sách đã ký
guide-attendance-words = Gõ mã ở chân trang đã ký rồi gõ số thứ tự người vắng.
guide-attendance-do = Điểm danh
guide-certificates = Xem kết quả và cấp giấy chứng nhận
guide-certificates-words = Đã điểm danh xong các buổi; xem ai đạt rồi cấp số và in giấy.
guide-certificates-do = Xem kết quả
guide-lacks = Giấy tờ còn thiếu:
guide-lack-organisation = Cơ quan
guide-lack-signatory = Người ký
guide-lack-dates = Thời gian
guide-lack-sittings = Các buổi
guide-lack-venue = Địa điểm
