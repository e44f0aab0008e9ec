# Điều không làm được với kho chuyên đề, khung chương trình và chương trình.

store-topics-no-title = Chuyên đề cần có tên. Hãy gõ tên chuyên đề, ví dụ “Công tác giám sát và phản biện xã hội”.
store-topics-too-long = { $minutes } phút dài hơn một ngày làm việc. Hãy gõ số phút từ 1 đến { $most }, hoặc để trống nếu chưa biết.
store-topics-no-document = Chưa biết là văn bản nào. Hãy gõ loại, số ký hiệu hoặc trích yếu của văn bản.
store-topics-no-curriculum-title = Khung chương trình cần có tên. Hãy gõ tên, ví dụ “Bồi dưỡng Trưởng ban CTMT 3 ngày”.
store-topics-no-item-title = Mục chương trình cần có nội dung. Hãy gõ nội dung, ví dụ “Giải lao”.
store-topics-under-itself = Không thể đưa “{ $title }” vào trong chính nó hay vào một mục con của nó. Hãy chọn chuyên đề khác để đặt vào, hoặc đưa mục con ra trước.
store-topics-too-deep = Chuyên đề có nhiều nhất { $most } cấp. Hãy đặt chuyên đề này ở cấp cao hơn.
store-topics-cites-itself = Văn bản không thể dẫn chính nó, kể cả qua văn bản khác. Hãy chọn văn bản khác.
store-topics-unknown-topic = Chuyên đề này không còn trong kho. Hãy chọn chuyên đề khác, hoặc hoàn tác việc xóa.
store-topics-unknown-document = Văn bản này không còn trong kho. Hãy chọn văn bản khác, hoặc hoàn tác việc bỏ.
store-topics-unknown-curriculum = Khung chương trình này không còn. Hãy chọn khung khác, hoặc hoàn tác việc xóa.
store-topics-unknown-item = Mục này không còn trong chương trình. Hãy chọn mục khác, hoặc hoàn tác việc xóa.
store-topics-no-sittings = Lớp này chưa có buổi nào để xếp chuyên đề. Hãy tạo các buổi ở thẻ “Chương trình” trước.
# Tên các thao tác với chuyên đề, khung chương trình và chương trình.

operation-topics-add = Thêm chuyên đề “{ $title }”
operation-topics-edit = Sửa chuyên đề “{ $title }”
operation-topics-move = Chuyển chỗ chuyên đề “{ $title }”
operation-topics-delete = Xóa chuyên đề “{ $title }”
operation-topics-document-add = Thêm căn cứ { $document }
operation-topics-document-edit = Sửa văn bản { $document }
operation-topics-document-remove = Bỏ căn cứ { $document }
operation-topics-curriculum-add = Lập khung chương trình “{ $title }”
operation-topics-curriculum-edit = Sửa khung chương trình “{ $title }”
operation-topics-curriculum-delete = Xóa khung chương trình “{ $title }”
operation-topics-item-add = Thêm mục “{ $title }”
operation-topics-item-edit = Sửa mục “{ $title }”
operation-topics-item-move = Chuyển chỗ mục “{ $title }”
operation-topics-item-delete = Xóa mục “{ $title }”
operation-topics-hours = Sửa giờ một buổi của { $cluster }
operation-topics-copy = Sao chép chương trình một buổi sang { $count } cụm khác
operation-topics-schedule = Đưa { $count } chuyên đề vào chương trình lớp “{ $title }”
operation-topics-follow = Lấy khung “{ $curriculum }” cho lớp “{ $title }”
# Kho chuyên đề và khung chương trình.

# Kho chuyên đề trong cửa sổ.
window-topics-parts-count = { $count } mục con
window-topics-unused = chưa dùng
window-topics-used = dùng { $count } lần
window-topics-used-last = dùng { $count } lần, gần nhất { $year }
window-topics-nav = Chuyên đề
window-topics-count = { $topics } chuyên đề và mục con · { $curricula } khung chương trình
window-topics-add = Thêm chuyên đề
window-topics-add-part = Thêm mục con
window-topics-search = Tìm: giam sat 124
window-topics-none = Kho chuyên đề còn trống
window-topics-none-cure = Ghi chuyên đề một lần, dùng cho mọi lớp sau này: tên, nội dung chính, thời lượng, văn bản làm căn cứ.
window-topics-nothing-cure = Hãy thử ít chữ hơn. Gõ không dấu cũng tìm được.
window-topics-curriculum-empty = Khung này chưa có chuyên đề
window-topics-curriculum-empty-cure = Chọn chuyên đề ở ô “Thêm chuyên đề vào khung…” phía trên.
window-topics-one-by-one = Hãy chọn một chuyên đề rồi xóa; mục con của nó đi cùng.
window-topics-column-title = Chuyên đề
window-topics-column-minutes = Phút
window-topics-column-used = Đã dùng
window-topics-title = Tên chuyên đề
window-topics-label = Cách gọi
window-topics-label-hint = Một là
window-topics-outline = Nội dung chính
window-topics-outline-hint = Mỗi ý một dòng
window-topics-documents = Văn bản làm căn cứ
window-topics-no-documents = Chưa dẫn văn bản nào.
window-topics-citing = dẫn:{" "}
window-topics-document-add = Thêm căn cứ
window-topics-document-known = Văn bản đã có…
window-topics-document-kind = Loại văn bản
window-topics-document-number = Số, ký hiệu
window-topics-document-date = Ngày ban hành
window-topics-document-issuer = Nơi ban hành
window-topics-document-about = Trích yếu
window-topics-document-cites = Văn bản này dẫn:
window-topics-document-remove = Bỏ căn cứ này
window-topics-under = Nằm trong
window-topics-top = Không nằm trong chuyên đề nào
window-topics-in = Vào trong
window-topics-out = Ra ngoài
window-topics-remove = Xóa
window-topics-selected = { $count } chuyên đề đã chọn
window-topics-into-session = Đưa { $count } chuyên đề vào chương trình của
window-topics-choose-session = Chọn lớp
window-topics-no-open-session = Chưa có lớp nào đang chuẩn bị để đưa vào.
window-topics-open = Mở
window-topics-all = Tất cả chuyên đề
window-topics-curriculum-entry = Khung: { $title } ({ $count })
window-topics-curriculum-new = Khung chương trình mới
window-topics-curriculum-add = Lập khung
window-topics-curriculum-title = Tên khung chương trình
window-topics-curriculum-join = Thêm chuyên đề vào khung…
window-topics-curriculum-into-session = Đưa cả khung vào lớp…
window-topics-curriculum-leave = Bỏ khỏi khung
window-topics-curriculum-remove = Xóa khung
window-topics-curriculum-there = Khung đã có các chuyên đề này.
window-topics-curriculum-followed = Đang dùng ở: { $sessions }
window-topics-curriculum-unfollowed = Chưa có lớp nào theo khung này.
window-topics-into-curriculum = Thêm vào khung
window-topics-choose-curriculum = Chọn khung
window-topics-times = { $count } lần

# Khung chương trình thành một tệp.
operation-topics-exchange = Nhập khung chương trình “{ $title }” từ tệp
store-topics-file-unreadable = Không đọc được tệp. Hãy kiểm tra USB và quyền truy cập rồi làm lại (chi tiết cho người hỗ trợ: { $reason }).
store-topics-file-large = Tệp hoặc một đoạn chữ trong tệp dài quá mức của một khung chương trình (nhiều nhất { $most } MB). Hãy xem có chọn nhầm tệp không.
store-topics-file-not-ours = Đây không phải tệp khung chương trình của Tập huấn. Hãy chọn tệp .json do nút “Xuất tệp…” ở trang Chuyên đề tạo ra.
store-topics-file-new = Tệp do bản Tập huấn mới hơn tạo ra (tệp kiểu số { $version }, máy này chỉ đọc được đến kiểu số { $known }). Hãy cập nhật chương trình rồi nhập lại.
store-topics-file-damaged = Tệp khung chương trình bị hỏng hoặc thiếu. Hãy xin lại tệp từ nơi gửi (chi tiết cho người hỗ trợ: { $detail }).
store-topics-file-many = Tệp có quá nhiều chuyên đề hoặc văn bản (nhiều nhất { $most }). Hãy xem có chọn nhầm tệp không.
store-topics-file-identity = Tệp khung chương trình có mã “{ $uid }” bị trùng, sai hoặc không có trong tệp. Hãy xin lại tệp từ nơi gửi.
window-topics-import = Nhập khung từ tệp…
window-topics-export = Xuất tệp…
window-topics-files = Khung chương trình (.json)
window-topics-exported = Đã ghi khung chương trình vào { $file }
window-topics-imported = Đã nhập: { $added } chuyên đề mới, { $known } chuyên đề đã có.

# Chương trình lấy từ lớp khác.
operation-topics-take-over = Lấy chương trình của lớp “{ $title }”
store-topics-nothing-fits = Không có buổi nào để sao chép: lớp kia chưa có chương trình cho các buổi tương ứng (cùng ngày thứ mấy, cùng sáng hoặc chiều), hoặc các buổi ở đây đã có nội dung. Hãy chọn lớp khác, hoặc tạo thêm buổi.
