# Dòng lệnh.

cli-about = Tập huấn: danh sách đại biểu vào, danh sách ký tên và giấy chứng nhận ra.
cli-usage-heading = Cách dùng:
cli-verbs-heading = Lệnh
cli-options-heading = Tùy chọn
cli-values-heading = Tham số

cli-verb-sample = Tạo năm lớp tập huấn mẫu (đại biểu trong mẫu là tên giả)
cli-verb-sessions = Liệt kê các lớp tập huấn: số, tên, thời gian, số đại biểu
cli-verb-import = Nhập danh sách đại biểu (.xlsx, .xls, .ods, .docx, .csv) vào một lớp
cli-verb-delegates = Liệt kê đại biểu của một lớp theo thứ tự tên
cli-verb-search = Tìm cán bộ, gõ có dấu hay không dấu đều được
cli-verb-documents = Liệt kê các loại giấy tờ in được
cli-verb-export = In một loại giấy tờ của lớp ra tệp PDF
cli-verb-check = Kiểm tra tệp dữ liệu có bị hỏng không
cli-verb-backup = Sao lưu tệp dữ liệu
cli-verb-restore = Khôi phục tệp dữ liệu từ một bản sao lưu

cli-option-data = Tệp dữ liệu (.taphuan); không ghi thì dùng tệp mặc định của máy
cli-option-lang = Ngôn ngữ của thông báo: vi hoặc en
cli-option-json = In ra dạng JSON
cli-option-session = Số của lớp tập huấn
cli-option-cluster = Số của cụm; không ghi thì lấy cả lớp
cli-option-out = Tệp sẽ ghi ra
cli-option-dry-run = Chỉ xem trước, không ghi gì
cli-option-blank-rows = Số dòng trống thêm ở cuối danh sách ký tên
cli-option-per-cluster = Mỗi cụm một tệp
cli-option-to = Giấy mời ghi cho ai: delegates (mỗi đại biểu), units (mỗi đơn vị), all (một giấy chung), guests (khách mời)
cli-option-summons = Giấy triệu tập thay cho giấy mời
cli-option-help = Xem hướng dẫn này
cli-option-version = Xem phiên bản
cli-value-list = Tệp danh sách
cli-value-words = Từ cần tìm
cli-value-kind = Loại giấy tờ (xem lệnh “documents”)
cli-value-from = Bản sao lưu

cli-usage-unknown-verb = Không có lệnh “{ $given }”. Xem các lệnh bằng “taphuan --help”.
cli-usage-unknown-option = Không có tùy chọn “{ $given }” ở đây. Xem cách dùng bằng “--help”.
cli-usage-missing = Còn thiếu { $missing }. Xem cách dùng bằng “--help”.
cli-usage-value = “{ $given }” không dùng được cho { $option }. Xem cách dùng bằng “--help”.
cli-usage-other = Lệnh viết chưa đúng. Xem cách dùng bằng “taphuan --help”.
cli-unknown-kind = Không có loại giấy tờ “{ $kind }”. Các loại in được: { $known }.
cli-unknown-format = Không làm được giấy tờ này thành { $file }. Hãy đặt tên tệp có một trong các đuôi: { $endings }.

cli-made-sample = Đã tạo { $count } lớp tập huấn mẫu trong tệp { $file }. Tên đại biểu trong mẫu là tên giả.
cli-sample-there = Tệp { $file } đã có các lớp mẫu; không thêm gì.
cli-no-sessions = Tệp { $file } chưa có lớp tập huấn nào.
cli-nobody-found = Không tìm thấy ai khớp với “{ $words }”.
cli-imported = Đã nhập { $new } đại biểu mới và cập nhật { $update } đại biểu từ { $file }; { $same } dòng đã có sẵn, { $duplicate } dòng nghi trùng được bỏ qua, { $error } dòng lỗi.
cli-would-import = Xem trước { $file }, chưa ghi gì: { $new } đại biểu mới, { $update } cập nhật, { $same } đã có sẵn, { $duplicate } nghi trùng, { $error } lỗi.
cli-exported = Đã ghi { $file } ({ $pages } trang).
cli-exported-editable = Đã ghi { $file }.
cli-sound = Tệp { $file } tốt: không thấy hư hỏng.
cli-unsound = Tệp { $file } bị hỏng. Đừng ghi thêm vào tệp này; hãy lấy lại bản sao lưu gần nhất bằng lệnh “restore”. Chi tiết: { $finding }
cli-backed-up = Đã sao lưu vào { $file }.
cli-restored = Đã khôi phục { $file } từ { $from }.
cli-restored-kept = Tệp cũ được giữ lại ở { $kept }.
cli-upgraded = Tệp dữ liệu đã được nâng cấp; bản trước đó ở { $file }.
cli-write-failed = Không ghi được tệp { $file } ({ $reason }). Hãy kiểm tra thư mục, quyền ghi và chỗ trống trên ổ đĩa rồi làm lại.
cli-write-disk-full = Ổ đĩa đã đầy nên không ghi được tệp { $file }. Hãy xóa bớt tệp không cần rồi làm lại.
cli-no-data-folder = Không biết thư mục dữ liệu của máy này. Hãy ghi rõ tệp bằng “--data TỆP”.
cli-sample-broken = Phần mẫu đi kèm chương trình bị lỗi ({ $detail }). Hãy cài lại chương trình.

cli-no-display = Không có màn hình để mở cửa sổ; hãy in giấy tờ bằng lệnh “export”, ví dụ: taphuan --data TỆP export sign-in-sheet --session 1 --out ky-ten.pdf
cli-demo-sample = Đã tạo tệp dữ liệu mẫu { $file } với { $count } lớp tập huấn (đại biểu là tên giả).
cli-demo-sample-kept = Dùng tệp dữ liệu mẫu đã có: { $file }.
cli-demo-sheet = Đã in danh sách ký tên đầu tiên, “{ $title }”, ra { $file } ({ $pages } trang). Hãy mở tệp này để xem.
cli-demo-next = Các lệnh khác: taphuan --help

cli-column-id = Số
cli-column-title = Tên lớp
cli-column-dates = Thời gian
cli-column-delegates = Đại biểu
cli-column-name = Họ và tên
cli-column-gender = Giới
cli-column-birth = Năm sinh
cli-column-position = Chức vụ
cli-column-unit = Đơn vị
cli-column-phone = Điện thoại
cli-column-cluster = Cụm
cli-column-kind = Loại
cli-column-paper = Giấy tờ
cli-column-formats = Định dạng
cli-male = Nam
cli-female = Nữ
