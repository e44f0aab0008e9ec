# Điều không làm được với kho chuyên đề, khung chương trình và chương trình.

store-topics-no-title = Chuyên đề cần có tên. Hãy gõ tên chuyên đề, ví dụ “Công tác giám sát và phản biện xã hội”.
store-topics-too-long = { $minutes } phút dài hơn một ngày làm việc. Hãy gõ số phút từ 1 đến { $most }, hoặc để trống nếu chưa biết.
store-topics-no-document = Chưa biết là văn bản nào. Hãy gõ loại, số ký hiệu hoặc trích yếu của văn bản.
store-topics-no-curriculum-title = Khung chương trình cần có tên. Hãy gõ tên, ví dụ “Bồi dưỡng Trưởng ban CTMT 3 ngày”.
store-topics-no-item-title = Mục chương trình cần có nội dung. Hãy gõ nội dung, ví dụ “Giải lao”.
store-topics-under-itself = Không thể đưa “{ $title }” vào trong chính nó hay vào một mục con của nó. Hãy chọn chuyên đề khác để đặt vào, hoặc đưa mục con ra trước.
store-topics-too-deep = Cây chuyên đề có nhiều nhất { $most } cấp. Hãy đặt chuyên đề này ở cấp cao hơn.
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
operation-topics-curriculum-add = Thêm khung chương trình “{ $title }”
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
