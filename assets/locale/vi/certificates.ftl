### Mẫu giấy chứng nhận: tệp, kiểm tra, màn hình thiết kế.

## Tại sao một mẫu không nhận được

template-unreadable = Không đọc được tệp mẫu. Chưa có gì thay đổi; hãy chép tệp vào máy này rồi thử lại (chi tiết cho người hỗ trợ: { $reason }).
template-too-large = Tệp mẫu lớn hơn { $most } MB nên không nhận. Hãy dùng ảnh nền nhỏ hơn rồi xuất lại mẫu.
template-not-ours = Tệp này không phải mẫu giấy chứng nhận của Tập huấn (*.taphuan-mau), hoặc đã bị hỏng. Hãy xin gửi lại tệp.
template-version = Mẫu này do bản Tập huấn mới hơn ghi (kiểu { $version }). Hãy cập nhật chương trình rồi mở lại.
template-unknown = Mẫu có phần “{ $what }” mà bản này không biết, nên không nhận. Hãy cập nhật chương trình, hoặc xin gửi lại tệp.
template-damaged = Tệp mẫu bị hỏng. Hãy xin gửi lại tệp (chi tiết cho người hỗ trợ: { $detail }).
template-no-name = Mẫu chưa có tên. Hãy đặt tên cho mẫu.
template-many-elements = Mẫu có { $count } thành phần, nhiều hơn { $most }. Hãy bỏ bớt.
template-many-pictures = Mẫu có { $count } ảnh, nhiều hơn { $most }. Hãy bỏ bớt.
template-same-id = Trong mẫu, thành phần “{ $name }” bị trùng với một thành phần khác. Hãy xin gửi lại tệp.
template-off-page = “{ $name }” nằm ngoài tờ giấy. Hãy để cả khung của nó trong trang.
template-too-small = Khung “{ $name }” nhỏ hơn 2 mm, không in được. Hãy nới khung.
template-style = Cỡ chữ, giãn dòng hoặc nét của “{ $name }” nằm ngoài mức in được. Hãy sửa lại.
template-too-long = Chữ trong “{ $name }” quá dài. Hãy rút gọn.
template-letters = “{ $name }” có ký tự không in được. Hãy gõ lại.
template-no-picture = Mẫu thiếu ảnh mà nó dùng. Hãy xin gửi lại tệp.
template-picture = Ảnh trong mẫu bị hỏng hoặc không phải ảnh. Hãy xin gửi lại tệp.

## Khi in

paper-text-too-long = Chữ trong “{ $element }” của { $name } không vừa khung dù đã thu nhỏ hết mức. Hãy nới khung, hoặc rút gọn.
paper-text-too-long-for-all = Chữ trong “{ $element }” không vừa khung dù đã thu nhỏ hết mức. Hãy nới khung, hoặc rút gọn.
paper-no-picture = Không tìm thấy ảnh của “{ $element }” trong tệp dữ liệu. Hãy chọn lại ảnh.
paper-no-signature-picture = Chưa có ảnh chữ ký của { $name }. Thêm ảnh ở Cài đặt › Người ký.
paper-no-signatory-to-sign = Chưa có người ký nên không in được ảnh chữ ký.

## Dòng lệnh

cli-verb-templates = Liệt kê, xuất, nhập và chọn mẫu giấy chứng nhận
cli-verb-templates-list = Liệt kê các mẫu
cli-verb-templates-export = Xuất một mẫu ra tệp .taphuan-mau
cli-verb-templates-import = Nhập một mẫu từ tệp .taphuan-mau
cli-verb-templates-use = Dùng một mẫu cho giấy chứng nhận của lớp
cli-value-template = Tên mẫu
cli-value-template-file = Tệp .taphuan-mau
cli-option-template-sheet = Khổ giấy: a4, a4-doc, a5, a5-doc
cli-template-unknown = Không có mẫu nào tên “{ $name }”. Đang có: { $known }.
cli-template-several = Có { $count } mẫu khác nhau cùng tên “{ $name }”. Hãy thêm --session để lấy mẫu của một lớp.
cli-template-former = Mẫu “{ $name }” là mẫu cố định của chương trình, máy nào cũng có, nên không xuất ra tệp.
cli-template-imported = Đã nhập mẫu “{ $name }”.
cli-template-known = Mẫu này đã có ở đây, tên “{ $name }”; không nhập lần nữa.
cli-template-exported = Đã xuất mẫu “{ $name }” ra { $path }.
cli-template-used = Giấy chứng nhận của lớp từ nay theo mẫu “{ $name }”. Giấy đã cấp giữ nguyên mẫu của nó.
cli-template-page = Không rõ khổ giấy “{ $page }”. Hãy ghi a4, a4-doc, a5 hoặc a5-doc.
cli-column-template = Mẫu
cli-column-page = Khổ
cli-column-sessions = Lớp đang dùng
template-sheet = { $size } { $way ->
    [across] ngang
   *[down] dọc
}
template-of-program = có sẵn

## Màn hình thiết kế

designer-title = Mẫu giấy chứng nhận: { $name }, { $sheet }
designer-done = Xong
designer-export = Xuất mẫu…
designer-export-title = Xuất mẫu giấy chứng nhận
designer-files = Mẫu giấy chứng nhận
designer-exported = Đã xuất mẫu “{ $name }” ra { $path }.
designer-parts = THÀNH PHẦN
designer-add = Thêm thành phần…
designer-picture = Ảnh
designer-other-picture = Chọn ảnh khác…
designer-picture-title = Chọn ảnh
designer-pictures = Ảnh PNG, JPEG
designer-with-first = Xem với người đầu danh sách
designer-with-longest = Xem với tên dài nhất
designer-with-emptiest = Xem với người thiếu thông tin nhất
designer-fit = Vừa khung
designer-form = Mẫu
designer-name = Tên mẫu
designer-sheet = Khổ giấy
designer-help-choose = Bấm vào một thành phần trên tờ giấy hoặc ở danh sách bên trái để sửa.
designer-help-move = Kéo để dời, kéo các nút quanh khung để đổi cỡ; khung tự canh theo giữa trang, lề và các thành phần khác. Giữ Alt để không tự canh.
designer-help-keys = Phím mũi tên dời 1 mm, thêm Ctrl dời 0,1 mm, thêm Shift đổi cỡ. Delete bỏ, Alt ↑ ↓ đổi thứ tự, Ctrl Z hoàn tác. Mọi thay đổi tự lưu.
designer-words = Chữ
designer-new-words = Đoạn mới
designer-add-paragraph = Thêm đoạn
designer-more-words = thêm chữ
designer-insert = Chèn chỗ điền…
designer-lead = Chữ đứng trước
designer-tail = Chữ đứng sau
designer-lead-hint = Không in khi người ấy không có thông tin này.
designer-face = Kiểu chữ
designer-size = Cỡ chữ
designer-least = Nhỏ nhất
designer-least-hint = Chữ tự thu nhỏ cho vừa khung, không nhỏ hơn cỡ nhỏ nhất.
designer-bold = Đậm
designer-italic = Nghiêng
designer-capitals = In hoa hết
designer-ink = Màu
designer-ink-inner = Màu nét trong
designer-no-ink = Ghi màu như #9B1C1F.
designer-align = Căn trong khung
designer-left = Trái
designer-centre = Giữa
designer-right = Phải
designer-top = Trên
designer-middle = Giữa
designer-bottom = Dưới
designer-leading = Giãn dòng
designer-tracking = Giãn chữ (%)
designer-place = Vị trí (mm)
designer-x = X
designer-y = Y
designer-width = Rộng
designer-height = Cao
designer-anchor = Điểm của khung mà X, Y tính đến
designer-number = Ghi một số từ { $least } đến { $most }.
designer-thickness = Nét (pt)
designer-border-lines = Ba đường
designer-border-corners = Hoa góc
designer-border-braid = Đường bện
designer-ground-rosette = Hoa tròn
designer-ground-lotus = Hoa sen
designer-ground-tint = Một màu
designer-about-code = Mã QR để kiểm tra giấy này thật hay không; mỗi giấy một mã riêng, chỉ có sau khi cấp số.
designer-about-logo = Logo của cơ quan, đặt ở Cài đặt. Cơ quan không có logo thì chỗ này để trống.
designer-about-session = Lấy theo lớp: sửa ở In ấn › Giấy chứng nhận.

## Chọn mẫu ở trang In ấn

form-issued-otherwise = { $count } giấy đã có số nhưng chưa in còn theo mẫu, người ký hoặc ngày cũ.
form-anew = Dùng cho { $count } giấy
form-issue-ahead = Cấp trước { $count } người
form-issue-ahead-hint = Cấp số và in trước khi bế mạc, cho cả người chưa rõ kết quả. Sau lớp, đối chiếu ở thẻ Kết quả xem ai có giấy mà không đạt.
form-template = Mẫu
form-sheet = Khổ giấy
form-design = Thiết kế mẫu
form-import = Nhập mẫu từ tệp…
form-import-title = Nhập mẫu giấy chứng nhận
form-of-session = { $name } (của lớp này)
form-former-hint = Mẫu “Cơ bản” chỉ sửa được các dòng chữ dưới đây. Muốn đổi bố cục, khung, khổ giấy thì chọn mẫu khác.
