# Reading lists: why a file gives no list, what is wrong with a row, who is already listed.

## The file. Each names the file, the reason and the cure.

intake-missing = Không tìm thấy tệp “{ $file }”. Kiểm tra lại tên và thư mục.
intake-folder = “{ $file }” là thư mục, không phải tệp. Chọn tệp danh sách (Excel, Word, .ods hoặc .csv) nằm trong đó.
intake-unreadable = Không đọc được tệp “{ $file }”. Kiểm tra quyền mở tệp hoặc chép tệp sang thư mục khác rồi thử lại.
intake-empty = Tệp “{ $file }” không có nội dung. Xin lại tệp từ nơi gửi.
intake-too-large = Tệp “{ $file }” lớn hơn { $most } MB nên không phải một danh sách bình thường. Chép riêng bảng danh sách sang một tệp Excel mới rồi nhập tệp đó.
intake-limit-unpacked = Tệp “{ $file }” khi mở ra phải đọc hơn { $most } MB, quá mức đọc được, nên chưa dòng nào được nhập. Chép riêng bảng danh sách sang một tệp Excel mới rồi nhập tệp đó.
intake-limit-part = Tệp “{ $file }” có một trang tính hoặc một phần lớn quá mức đọc được (nhiều nhất { $most } MB), nên chưa dòng nào được nhập. Chép riêng bảng danh sách sang một tệp Excel mới rồi nhập tệp đó.
intake-limit-sheets = Tệp “{ $file }” có hơn { $most } trang tính, quá mức đọc được, nên chưa dòng nào được nhập. Chia thành nhiều tệp, hoặc ẩn những trang không phải danh sách, rồi nhập từng tệp.
intake-limit-rows = Tệp “{ $file }” có hơn { $most } dòng có chữ, quá mức đọc được, nên chưa dòng nào được nhập. Chia danh sách thành nhiều tệp rồi nhập từng tệp.
intake-limit-cells = Tệp “{ $file }” có hơn { $most } ô có chữ, quá mức đọc được, nên chưa dòng nào được nhập. Bỏ bớt những cột không cần, hoặc chia danh sách thành nhiều tệp, rồi nhập lại.
intake-limit-text = Tệp “{ $file }” có hơn { $most } MB chữ, quá mức đọc được, nên chưa dòng nào được nhập. Bỏ bớt những cột không cần, hoặc chia danh sách thành nhiều tệp, rồi nhập lại.
intake-limit-styles = Tệp “{ $file }” có hơn { $most } kiểu định dạng ô, quá mức đọc được, nên chưa dòng nào được nhập. Chép riêng bảng danh sách sang một tệp Excel mới, dán bằng “Chỉ giá trị”, rồi nhập tệp đó.
intake-limit-merged = Tệp “{ $file }” có hơn { $most } ô gộp, quá mức đọc được, nên chưa dòng nào được nhập. Bỏ gộp ô, hoặc chép riêng bảng danh sách sang một tệp Excel mới, rồi nhập tệp đó.
intake-limit-tables = Tệp “{ $file }” có hơn { $most } bảng có tiêu đề cột riêng, quá mức đọc được, nên chưa dòng nào được nhập. Gộp về một bảng, hoặc chia thành nhiều tệp, rồi nhập lại.
intake-limit-people = Tệp “{ $file }” có hơn { $most } người, quá mức đọc được, nên chưa dòng nào được nhập. Chia danh sách thành nhiều tệp rồi nhập từng tệp.
intake-limit-units = Tệp “{ $file }” có hơn { $most } đơn vị, quá mức đọc được, nên chưa dòng nào được nhập. Chia thành nhiều tệp rồi nhập từng tệp, cấp trên trước.
intake-binary-excel = “{ $file }” là sổ Excel nhị phân (.xlsb). Mở bằng Excel và lưu lại thành .xlsx (Tệp → Lưu thành), rồi nhập tệp mới.
intake-password = Tệp “{ $file }” có mật khẩu. Mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), lưu lại thành .xlsx rồi nhập.
intake-pdf = “{ $file }” là tệp PDF mà không lấy được chữ nào trong đó. Xin nơi gửi tệp Excel hoặc Word gốc.
intake-picture = “{ $file }” là ảnh, không phải danh sách Excel, Word hoặc .csv. Xin nơi gửi tệp Excel gốc hoặc gõ lại danh sách vào Excel.
intake-word = “{ $file }” là văn bản .rtf hoặc Word rất cũ. Mở bằng Word và lưu lại thành .docx, rồi nhập tệp mới.
intake-opendocument = “{ $file }” là tài liệu LibreOffice nhưng không phải bảng tính. Chép bảng danh sách sang một bảng tính, lưu thành .ods hoặc .xlsx rồi nhập.
intake-markup = “{ $file }” là trang web không có bảng nào. Xin nơi gửi tệp danh sách gốc.
intake-archive = “{ $file }” là tệp nén kiểu .rar hoặc .7z. Nhấn nút phải chuột vào tệp, chọn Giải nén (Extract), rồi chọn các tệp danh sách bên trong.
intake-pdf-scanned = “{ $file }” là bản quét (ảnh chụp các trang giấy), trong đó không có chữ để đọc. Xin nơi gửi tệp Excel hoặc Word gốc, hoặc gõ lại danh sách vào Excel.
intake-pdf-locked = Tệp PDF “{ $file }” có mật khẩu. Xin nơi gửi tệp Excel hoặc Word gốc, hoặc tệp PDF không đặt mật khẩu.
intake-zip = Trong tệp nén “{ $file }” không có danh sách nào đọc được. Giải nén, mở từng tệp bên trong để xem, rồi nhập tệp danh sách.
intake-zip-locked = Tệp nén “{ $file }” có mật khẩu. Giải nén bằng mật khẩu nơi gửi đã cho, rồi chọn các tệp danh sách bên trong.
intake-web-archive = “{ $file }” là trang web lưu thành một tệp (.mht). Mở bằng Word hoặc Excel, lưu lại thành .docx hoặc .xlsx rồi nhập tệp mới.
intake-dif = “{ $file }” là tệp bảng tính kiểu .dif. Mở bằng Excel, lưu lại thành .xlsx rồi nhập tệp mới.
intake-not-a-list = “{ $file }” không phải danh sách Excel, Word, .ods hoặc .csv. Mở tệp bằng chương trình đã tạo ra nó và lưu lại thành .xlsx rồi nhập.
intake-damaged = Tệp “{ $file }” bị hỏng hoặc chép chưa đủ. Chép lại tệp từ nơi gửi, hoặc mở bằng chương trình đã tạo ra nó, lưu lại thành .xlsx rồi nhập.
intake-no-header = Không thấy dòng tiêu đề trong tệp “{ $file }”. Danh sách cần một dòng tiêu đề có cột “Họ và tên” và ít nhất một cột nữa, ví dụ “Năm sinh”, “Chức vụ”, “Đơn vị” hoặc “Điện thoại”.
intake-letters-lost = Tệp “{ $file }” đã mất chữ có dấu (chỉ còn dấu “?”), vì được lưu bằng bảng mã không có tiếng Việt. Mở tệp gốc bằng Excel, lưu lại thành “CSV UTF-8” hoặc .xlsx rồi nhập.
intake-no-people = Trong tệp “{ $file }” có dòng tiêu đề nhưng bên dưới không có ai. Ghi mỗi người một dòng dưới tiêu đề rồi nhập lại.

intake-cancelled = Đã dừng đọc tệp “{ $file }” theo yêu cầu. Chưa có gì được ghi.

## A row. Each names the row, the cell, the reason and what would be right.

intake-cell-long = Dòng { $row }, cột { $column } ({ $heading }): ô có hơn 2.000 chữ, bắt đầu bằng “{ $value }”. Ghi ngắn lại.
intake-cell-fault = Dòng { $row }, cột { $column } ({ $heading }): công thức trong ô báo lỗi { $value }. Gõ thẳng nội dung vào ô.
intake-field-long = Dòng { $row }, cột { $column } ({ $heading }): ô có hơn 2.000 chữ, bắt đầu bằng “{ $value }”, nên để trống. Ghi ngắn lại.
intake-field-fault = Dòng { $row }, cột { $column } ({ $heading }): công thức trong ô báo lỗi { $value } nên để trống. Gõ thẳng nội dung vào ô.
intake-cell-uncomputed = Dòng { $row }, cột { $column } ({ $heading }): ô là công thức mà tệp không lưu kết quả. Mở tệp bằng Excel, bấm Lưu rồi nhập lại.
intake-field-uncomputed = Dòng { $row }, cột { $column } ({ $heading }): ô là công thức mà tệp không lưu kết quả nên để trống. Mở tệp bằng Excel, bấm Lưu rồi nhập lại.
intake-remark-misplaced = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải chức vụ, đã đọc là năm sinh hoặc điện thoại nếu còn thiếu. Hãy xem lại.
intake-remark-serial = Dòng { $row }, cột { $column } ({ $heading }): { $value } là số ngày của Excel, đọc là { $day }. Hãy xem lại.
intake-name-missing = Dòng { $row }, cột { $column } ({ $heading }): thiếu họ tên. Ghi họ tên vào ô này, hoặc xóa cả dòng.
intake-name-long = Dòng { $row }, cột { $column } ({ $heading }): họ tên dài hơn 100 chữ. Chỉ ghi họ tên một người.
intake-name-digits = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” có chữ số nên không phải họ tên. Chỉ ghi họ tên, ví dụ Nguyễn Thị Bé.
intake-name-letters = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải chữ Unicode, có lẽ gõ bằng phông .VnTime hoặc VNI. Chuyển mã sang Unicode (ví dụ bằng UniKey) rồi nhập lại.
intake-name-none = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải họ tên. Ghi họ tên, ví dụ Nguyễn Thị Bé.
intake-birth-form = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải năm sinh hay ngày sinh nên để trống. Ghi bốn chữ số, ví dụ 1975, hoặc ngày/tháng/năm, ví dụ 05/9/1975.
intake-birth-no-such-day = Dòng { $row }, cột { $column } ({ $heading }): không có ngày “{ $value }” nên ngày sinh để trống. Ghi ngày trước, tháng sau, ví dụ 05/9/1975, hoặc chỉ ghi năm.
intake-birth-implausible = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không hợp lý nên để trống. Năm sinh phải từ { $first } đến { $last }.
intake-gender = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải giới tính nên để trống. Ghi Nam hoặc Nữ.
intake-phone = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải số điện thoại nên để trống. Ghi đủ số, ví dụ 0912345678.
intake-cluster = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không phải số của cụm nên để trống. Ghi số, ví dụ 2.

## A row that may be somebody already listed. It is left out until somebody decides.

intake-duplicate-row = Dòng { $row }: { $name } trùng với dòng { $other }. Bỏ một trong hai dòng, hoặc ghi thêm năm sinh, đơn vị nếu là hai người.
intake-duplicate-row-unit = Dòng { $row }: { $name } trùng họ tên và năm sinh với dòng { $other }, khác đơn vị. Kiểm tra xem có phải một người không.
intake-duplicate-row-year = Dòng { $row }: { $name } trùng họ tên và đơn vị với dòng { $other }, khác năm sinh. Kiểm tra xem có phải một người không.
intake-duplicate-unit = Dòng { $row }: { $name } trùng họ tên và năm sinh với một đại biểu của { $unit }. Kiểm tra xem có phải một người không.
intake-duplicate-year = Dòng { $row }: { $name } trùng họ tên và đơn vị với đại biểu sinh năm { $year }. Kiểm tra xem có phải một người không.
intake-duplicate-several = Dòng { $row }: { $name } có thể là một trong nhiều đại biểu cùng tên. Ghi thêm năm sinh hoặc đơn vị để phân biệt.
intake-duplicate-withdrawn = Dòng { $row }: { $name } ({ $unit }) đã rút tên khỏi danh sách. Nếu nay lại dự, chọn “Đưa tên trở lại”.
intake-duplicate-taken = Dòng { $row }: { $name } ({ $unit }) đã có ở một dòng trên trong tệp này. Bỏ bớt một dòng, hoặc ghi thêm năm sinh, đơn vị nếu là hai người.
intake-duplicate-registry = Dòng { $row }: { $name } đã là đại biểu với đơn vị { $unit }, năm sinh { $year }. Kiểm tra xem có phải một người không.
intake-remark-letters-lost = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” bị mất chữ có dấu, vì tệp đã được lưu bằng bảng mã không có tiếng Việt. Mở tệp gốc bằng Excel, lưu lại thành “CSV UTF-8” hoặc .xlsx rồi nhập lại; hoặc gõ lại ô này.
intake-remark-day-month = Dòng { $row }, cột { $column } ({ $heading }): { $value } có thể là { $other }, vì phần mềm đã đổi chỗ ngày và tháng. Đối chiếu với giấy tờ.
intake-duplicate-marks = Dòng { $row }: { $name } có thể là một đại biểu của { $unit } viết thiếu dấu. Kiểm tra xem có phải một người không.
intake-duplicate-row-marks = Dòng { $row }: { $name } có thể là người ở dòng { $other } viết thiếu dấu. Kiểm tra xem có phải một người không.
intake-errors-reason = Lý do
intake-doubt-letters-lost = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” bị mất chữ thành dấu hỏi khi lưu tệp. Mở tệp gốc, lưu lại thành .xlsx hoặc “CSV UTF-8” rồi nhập lại.
intake-doubt-sign = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” có dấu hoặc chữ không thuộc họ tên. Xem có phải một đại biểu không, sửa họ tên rồi nhận.
intake-doubt-digit = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” có chữ số nên chưa chắc là họ tên.
intake-doubt-many-words = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” dài hơn sáu chữ, có thể không phải họ tên của một người.
intake-doubt-one-word = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” chỉ có một chữ, thiếu họ hoặc tên.
intake-doubt-initials = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” viết tắt. Ghi đủ họ tên.
intake-doubt-glued = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” viết dính chữ. Xem lại họ tên.
intake-doubt-small-words = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” có chữ viết thường, có thể không phải họ tên.
intake-doubt-no-family-name = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” không bắt đầu bằng một họ quen thuộc, có thể không phải họ tên.
intake-doubt-no-given-name = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” có vẻ thiếu tên.
intake-doubt-post = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” giống chức vụ hơn là họ tên.
intake-doubt-unit = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” giống tên đơn vị hơn là họ tên.
intake-doubt-example = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” giống một dòng ví dụ.
intake-doubt-several = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” có vẻ là tên của nhiều người. Mỗi người ghi một dòng.
intake-doubt-unnumbered = Dòng { $row }, cột { $column } ({ $heading }): “{ $value }” đứng một mình, không có số thứ tự như các dòng khác: có thể là đề mục.
intake-remark-title = Dòng { $row }, cột { $column } ({ $heading }): đã bỏ “{ $title }” trước họ tên.
intake-list-total = Danh sách ghi { $said } người ở dòng { $row }, đọc được { $count } người. Xem lại các dòng nghi ngờ và các dòng để ngoài.
intake-list-gap = Số thứ tự nhảy từ { $before } đến { $after } ở dòng { $row }. Xem danh sách có thiếu người không.
intake-doubt-withdrawn = Dòng { $row }: ghi chú “{ $note }” cho biết người này có thể không dự.
intake-doubt-absent = Dòng { $row }: người này đứng dưới dòng “{ $heading }”, tức là có thể không dự.
intake-doubt-corrected = Dòng { $row }: dòng “{ $note }” ghi năm sinh hoặc số điện thoại khác cho người này; cần hỏi lại số nào đúng.
intake-doubt-bare = Dòng { $row }: chỉ đọc được họ tên; năm sinh, chức vụ, điện thoại nằm ở các dòng khác nên không rõ của ai. Xin tệp gốc, hoặc ghi mỗi người một dòng.
intake-doubt-goes-on = Dòng { $row }: dòng ngay dưới ghi “{ $value }” ở ô họ tên, có thể vẫn là của người này. Ghi mỗi người một dòng.
intake-doubt-marked = Dòng { $row }: danh sách ghi “{ $note }” nhưng không nêu tên. Mở tệp gốc xem có phải người này không.
intake-doubt-payment = Dòng { $row }: danh sách có cột “{ $heading }” ghi số tiền, không có chức vụ và điện thoại, có thể là danh sách nhận tiền, nhận quà gửi nhầm.
intake-doubt-sheet = Dòng { $row }: tên trang tính “{ $sheet }” cho biết danh sách này không còn dùng.
intake-doubt-others = Dòng { $row }: “{ $note }” cho biết có thêm người chưa ghi tên.
intake-duplicate-phone = Dòng { $row }: { $name } cùng số điện thoại với một đại biểu có tên gần giống ({ $known }). Kiểm tra xem có phải một người không.
intake-duplicate-row-phone = Dòng { $row }: { $name } cùng số điện thoại với người tên gần giống ở dòng { $other }. Kiểm tra xem có phải một người không.
intake-duplicate-hamlet = Dòng { $row }: { $name } trùng tên và trùng tên thôn, tổ ({ $unit }) với một đại biểu, nhưng chưa rõ có cùng xã không. Kiểm tra xem có phải một người không.
intake-duplicate-row-hamlet = Dòng { $row }: { $name } trùng tên và trùng tên thôn, tổ với người ở dòng { $other }, nhưng chưa rõ có cùng xã không. Kiểm tra xem có phải một người không.
intake-duplicate-removed = Dòng { $row }: { $name } đã được rút tên khỏi danh sách này. Chọn Thêm mới nếu muốn đưa trở lại.
intake-doubt-both-sexes = Dòng { $row }, cột { $column } ({ $heading }): cả hai cột Nam và Nữ đều có nội dung. Xem lại giới tính.
intake-list-column = Cột { $column } ({ $heading }) chưa rõ là gì nên không đọc: { $count } ô có nội dung. Chọn nội dung của cột trong màn hình xem trước nếu cần.
intake-list-second-column = Cột { $column } ({ $heading }) nói khác cột { $first } ở { $count } dòng; chỉ đọc cột { $first }. Chọn lại nội dung của cột trong màn hình xem trước nếu cần.
intake-remark-own-number = Dòng { $row }: cột “{ $heading }” ghi “{ $value }”, không phải là số, nên để trống.
intake-remark-own-yes-no = Dòng { $row }: cột “{ $heading }” ghi “{ $value }”, không rõ là có hay không, nên để trống.
intake-remark-own-long = Dòng { $row }: cột “{ $heading }” ghi quá dài, nên để trống: “{ $value }”.
