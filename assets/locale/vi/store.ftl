# Lỗi của tệp dữ liệu: nói tên, lý do và cách khắc phục.

store-missing = Không thấy tệp { $file }. Hãy kiểm tra đường dẫn; muốn tạo tệp dữ liệu mới kèm các lớp mẫu, dùng lệnh “sample”.
store-exists = Tệp { $file } đã có, nên không tạo tệp mới đè lên. Hãy chọn tên khác.
store-locked = Tệp { $file } đang được mở để ghi ở một cửa sổ hoặc một lệnh khác. Hãy đóng nơi đó rồi làm lại; trong khi chờ vẫn xem và in được.
store-busy = Một chương trình khác đang giữ tệp dữ liệu. Hãy đóng chương trình đó rồi làm lại; chưa có gì bị thay đổi.
store-too-new = Tệp { $file } do phiên bản Tập huấn mới hơn tạo ra (cấu trúc số { $found }, máy này biết đến số { $known }). Hãy cập nhật chương trình rồi mở lại; tệp vẫn nguyên vẹn.
store-too-old = Tệp { $file } thuộc phiên bản cũ và cần được nâng cấp. Hãy mở tệp một lần bằng lệnh có ghi dữ liệu; chương trình sẽ sao lưu trước khi nâng cấp.
store-not-ours = Tệp { $file } không phải tệp dữ liệu của Tập huấn. Hãy chọn tệp có đuôi .taphuan do chương trình này tạo ra; tệp vẫn nguyên vẹn.
store-corrupt = Tệp dữ liệu bị hỏng ({ $detail }). Đừng ghi thêm vào tệp này; hãy lấy lại bản sao lưu gần nhất bằng lệnh “restore”.
store-read-only = Không ghi được: tệp dữ liệu hoặc thư mục chứa nó chỉ cho đọc. Hãy bỏ thuộc tính chỉ đọc, hoặc chép tệp sang thư mục khác rồi mở bản chép đó.
store-disk-full = Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp không cần rồi làm lại; dữ liệu cũ vẫn còn nguyên.
store-io = Không đọc hoặc ghi được { $file } ({ $reason }). Hãy kiểm tra ổ đĩa, quyền truy cập và đường dẫn rồi làm lại.
store-no-session = Không có lớp tập huấn số { $id } trong tệp này. Hãy xem số của các lớp bằng lệnh “sessions”.
store-no-cluster = Lớp này không có cụm số { $number }. Hãy xem số cụm trong lệnh “delegates”, hoặc bỏ “--cluster” để lấy cả lớp.
store-conflict = Thao tác này không còn khớp với dữ liệu hiện tại nên không thực hiện được. Dữ liệu vẫn nguyên; hãy làm lại thao tác bằng tay.
store-stopped = Tệp dữ liệu đã đóng trong khi còn việc đang chờ. Hãy mở lại chương trình.
store-internal = Chương trình gặp lỗi của chính nó ({ $detail }). Dữ liệu vẫn nguyên; hãy mở lại chương trình, và gửi dòng này cho người hỗ trợ nếu lỗi lặp lại.
