# Lỗi của tệp dữ liệu: nói tên, lý do và cách khắc phục.

store-missing = Không thấy tệp { $file }. Hãy kiểm tra đường dẫn; muốn tạo tệp dữ liệu mới kèm các lớp mẫu, dùng lệnh “sample”.
store-no-folder = Không có thư mục { $folder } nên không có tệp { $file }. Hãy kiểm tra đường dẫn, hoặc tạo thư mục đó trước.
store-exists = Tệp { $file } đã có, nên không tạo tệp mới đè lên. Hãy chọn tên khác.
store-locked = Tệp { $file } đang được mở để ghi ở một cửa sổ hoặc một lệnh khác. Hãy đóng nơi đó rồi làm lại; trong khi chờ vẫn xem và in được.
store-busy = Một chương trình khác đang giữ tệp dữ liệu. Hãy đóng chương trình đó rồi làm lại; chưa có gì bị thay đổi.
store-too-new = Tệp { $file } do bản Tập huấn mới hơn tạo ra (tệp kiểu số { $found }, máy này chỉ đọc được đến kiểu số { $known }). Hãy cập nhật chương trình rồi mở lại; tệp vẫn nguyên vẹn.
store-too-old = Tệp { $file } thuộc phiên bản cũ và cần được nâng cấp. Hãy mở tệp một lần bằng lệnh có ghi dữ liệu; chương trình sẽ sao lưu trước khi nâng cấp.
store-not-ours = Tệp { $file } không phải tệp dữ liệu của Tập huấn. Hãy chọn tệp có đuôi .taphuan do chương trình này tạo ra; tệp vẫn nguyên vẹn.
store-corrupt = Tệp dữ liệu bị hỏng. Đừng ghi thêm vào tệp này; hãy khôi phục bản sao lưu gần nhất ở Cài đặt, hoặc bằng lệnh “restore” (chi tiết cho người hỗ trợ: { $detail }).
store-empty = Tệp { $file } rỗng, không có gì bên trong: có thể nó được chép dở dang. Hãy khôi phục một bản sao lưu, hoặc xóa tệp này rồi bắt đầu tệp mới.
store-nothing-to-save = Trong tệp { $file } không còn gì cứu được, nên không tạo tệp mới. Hãy tìm bản sao lưu; tệp vẫn nguyên như trước.
store-other-file = Tệp { $file } đã có và không phải bản sao lưu của tệp dữ liệu này, nên không bị ghi đè. Hãy chọn tên khác; dùng lệnh thì thêm “--force” nếu thật sự muốn thay nó.
store-backup-itself = { $file } chính là tệp dữ liệu đang dùng. Hãy chọn tên hoặc thư mục khác cho bản sao.
store-no-locks = Ổ đĩa chứa { $file } không ngăn được hai máy cùng ghi một lúc, nên có thể ghi đè lên nhau. Hãy chép tệp về ổ đĩa của máy này rồi mở bản đó.
store-bad-name = Tên { $file } quá dài hoặc có ký tự mà ổ đĩa không nhận. Hãy chọn tên ngắn hơn, không có các ký tự \ / : * ? " < > |.
store-bad-text = Trong tệp có chữ bị hỏng nên không đọc được chỗ này. Hãy bấm “Kiểm tra tệp” trong Cài đặt để biết ở đâu; phần còn lại của tệp vẫn dùng được (chi tiết cho người hỗ trợ: { $detail }).
store-read-only = Không ghi được: tệp dữ liệu hoặc thư mục chứa nó chỉ cho đọc. Hãy chép tệp sang thư mục khác rồi mở bản chép đó, hoặc bỏ dấu chọn “Chỉ đọc” (Read-only) của tệp trong Windows.
store-held = Tệp { $file } đang bị một chương trình khác giữ, có thể là OneDrive, phần mềm diệt virus hoặc phần mềm sao lưu. Hãy chờ một lát hoặc đóng chương trình đó rồi làm lại; tệp vẫn nguyên vẹn.
store-write-protected = Không ghi được: ổ đĩa hoặc USB chứa { $file } đang khóa chống ghi. Hãy gạt khóa trên USB, hoặc chép tệp sang ổ khác rồi mở bản chép đó.
store-disk-full = Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp không cần rồi làm lại; dữ liệu cũ vẫn còn nguyên.
store-io = Không đọc hoặc ghi được { $file }. Hãy kiểm tra ổ đĩa, quyền truy cập và đường dẫn rồi làm lại (chi tiết cho người hỗ trợ: { $reason }).
store-no-session = Không có lớp tập huấn số { $id } trong tệp này. Hãy xem số của các lớp bằng lệnh “sessions”.
store-no-cluster = Lớp này không có cụm số { $number }. Hãy xem số cụm trong lệnh “delegates”, hoặc bỏ “--cluster” để lấy cả lớp.
store-cancelled = Đã dừng theo yêu cầu. Chưa có gì được ghi, dữ liệu vẫn như trước.
store-conflict = Việc này không còn khớp với dữ liệu hiện nay nên không làm được. Dữ liệu vẫn nguyên vẹn; hãy tự sửa lại chỗ đó.
store-stopped = Tệp dữ liệu đã đóng trong khi còn việc đang chờ. Hãy mở lại chương trình.
store-internal = Chương trình bị lỗi. Dữ liệu vẫn nguyên vẹn; hãy mở lại chương trình, và gửi dòng này cho người hỗ trợ nếu lỗi lặp lại (chi tiết cho người hỗ trợ: { $detail }).

store-no-title = Lớp tập huấn cần có tên. Hãy gõ tên lớp, ví dụ “Tập huấn công tác Mặt trận năm 2026”.
store-no-name = Chưa có họ và tên. Hãy gõ họ và tên của người này.
store-no-cluster-name = Cụm cần có tên. Hãy gõ tên cụm, ví dụ “Cụm 1”.
store-no-organisation-name = Cơ quan cần có tên. Hãy gõ tên đầy đủ của cơ quan.
store-no-number-in-pattern = Mẫu số “{ $pattern }” chưa có chỗ cho số. Hãy ghi “{ $place }” vào chỗ của số, ví dụ “{ $place }/CN-MTTQ”.
store-no-seats = Sức chứa phải từ 1 trở lên. Hãy ghi số chỗ ngồi, hoặc để trống nếu chưa biết.
store-name-long = Họ tên dài hơn 100 chữ. Chỉ ghi họ tên một người.
store-name-digits = Có chữ số nên không phải họ tên. Chỉ ghi họ tên, ví dụ Nguyễn Thị Bé.
store-name-letters = Đây không phải chữ Unicode, có lẽ gõ bằng phông .VnTime hoặc VNI. Hãy gõ lại bằng bảng mã Unicode.
store-name-none = Đây không phải họ tên. Ghi họ tên, ví dụ Nguyễn Thị Bé.
store-birth-form = Đây không phải năm sinh hay ngày sinh. Ghi bốn chữ số, ví dụ 1975, hoặc ngày/tháng/năm, ví dụ 05/9/1975.
store-birth-no-such-day = Không có ngày này. Ghi ngày trước, tháng sau, ví dụ 05/9/1975, hoặc chỉ ghi năm.
store-birth-implausible = Năm sinh phải từ { $first } đến { $last }.
store-phone = Đây không phải số điện thoại. Ghi đủ số, ví dụ 0912345678, hoặc để trống.
store-time = “{ $text }” không phải là giờ. Hãy gõ giờ và phút, ví dụ “7:30” hoặc “13h30”.
store-times-reversed = Giờ kết thúc { $ends } không sau giờ bắt đầu { $starts }. Hãy sửa một trong hai giờ.
store-date-form = Đây không phải là ngày tháng. Hãy gõ như “25/9/2020”, “9/2020” hoặc “2020”.
store-date-year = Năm phải có bốn chữ số. Hãy gõ như “2020”.
store-date-month = Không có tháng này. Hãy gõ tháng từ 1 đến 12.
store-date-day = Tháng này không có ngày đó. Hãy xem lại ngày và tháng.
store-date-order = Ngày kết thúc trước ngày bắt đầu. Hãy sửa một trong hai ngày.
store-unknown-cluster = Cụm này không còn trong lớp. Hãy chọn cụm khác, hoặc hoàn tác việc xóa cụm.
store-unknown-sitting = Buổi này không còn trong lớp. Hãy chọn buổi khác, hoặc hoàn tác việc xóa buổi.
store-unknown-delegate = Đại biểu này không còn trong danh sách. Hãy chọn người khác, hoặc hoàn tác việc rút tên.
store-unknown-person = Người này không còn trong sổ cán bộ. Hãy chọn người khác, hoặc thêm như người mới.
store-unknown-organisation = Cơ quan này không còn trong cài đặt. Hãy chọn cơ quan khác.
store-no-recipe-name = Mẫu in cần có tên. Hãy gõ một tên ngắn, ví dụ “bàn đón”.
store-recipe-name-taken = Loại giấy tờ này đã có mẫu in “{ $name }”. Hãy gõ tên khác.
store-unknown-recipe = Mẫu in này không còn nữa. Hãy chọn mẫu khác.
store-already-listed = { $name } đã có trong danh sách của lớp. Hãy tìm tên này trong danh sách để sửa.
store-session-ended = Lớp đã kết thúc nên phần đầu văn bản và người ký không đổi nữa. Muốn đổi, hãy mở lại lớp trước.
store-list-fixed = Danh sách đã chốt nên số thứ tự không đổi nữa. Hãy mở lại danh sách rồi chia cụm.
store-nobody-listed = Danh sách chưa có đại biểu nào. Hãy nhập danh sách hoặc thêm đại biểu trước.
store-nobody-to-certify = Mọi đại biểu trong danh sách đều đã có số, hoặc danh sách chưa có ai. Hãy thêm đại biểu rồi cấp số.
store-numbers-begun = Sổ của năm này đã cấp số, số tiếp theo là { $number }. Số đầu tiên chỉ đổi được khi chưa cấp số nào.
store-no-clusters = Cần chia thành ít nhất một cụm. Hãy ghi số cụm từ 1 trở lên.
store-no-days = Chưa biết { $cluster } họp những ngày nào. Hãy ghi đủ ngày và tháng của cụm hoặc của lớp rồi tạo các buổi.
store-too-many-days = { $cluster } kéo dài hơn { $most } ngày. Hãy xem lại ngày bắt đầu và ngày kết thúc.
store-too-few-seats = Nếu đại biểu một xã ngồi cùng một nơi thì còn thiếu { $count } chỗ, không có cách chia nào tốt hơn. Hãy thêm một cụm, tách cụm đông nhất, hoặc sửa sức chứa.
store-not-another-cluster = Chỉ gộp được với một cụm khác của chính lớp này. Hãy chọn cụm khác.
store-organisation-in-use = { $name } đang là cơ quan ban hành của { $count } lớp. Hãy chọn cơ quan khác ở thẻ Thông tin của các lớp ấy, rồi xóa.
store-no-sitting-day = Buổi cần có ngày. Muốn xóa buổi này, hãy bấm dấu ✕ bên cạnh.
store-person-in-use = { $name } có tên trong danh sách của { $count } lớp nên không xóa được. Hãy rút tên khỏi các lớp đó trước; nếu đây là một người bị nhập hai lần, hãy chọn cả hai rồi bấm “Gộp làm một”.
store-same-person = Đây là một người, không phải hai. Hãy chọn hai người khác nhau để gộp.
store-both-recorded = { $name } được ghi hai lần trong lớp “{ $title }” và cả hai đều đã có điểm danh hoặc giấy chứng nhận nên không gộp được. Những ghi nhận đó không bao giờ bị xóa; hãy để hai người như hiện nay.
store-no-position = Chưa nhập chức vụ. Hãy nhập tên chức vụ, hoặc bấm dấu ✕ để bỏ dòng này.
store-picture-unknown = Tệp này không phải ảnh PNG hoặc JPEG, hoặc đã hỏng. Hãy chọn ảnh khác, hoặc mở ảnh rồi lưu lại thành PNG.
store-picture-too-large = Ảnh lớn quá nên không mở được. Hãy chọn ảnh nhỏ hơn 20 MB và không quá 12.000 điểm mỗi chiều.
store-gone = Không thấy tệp { $file } ở chỗ cũ nữa: USB đã rút, ổ mạng đã ngắt, hoặc tệp bị chuyển đi hay đổi tên. Hãy cắm lại hoặc đưa tệp về chỗ cũ rồi thử lại.
store-line-changed = Dòng này vừa được sửa hoặc bỏ ở chỗ khác. Hãy xem lại rồi nhập lần nữa.
store-has-marks = { $name } đã có điểm danh. Điểm danh phải được giữ lại nên không xóa được.
store-kept-certificate = { $name } đã có giấy chứng nhận số { $detail }, không rút khỏi lớp được.
store-kept-marks = { $name } đã được điểm danh, không rút khỏi lớp được.
store-kept-receipt = { $name } đã ký nhận tiền, tài liệu hoặc giấy chứng nhận, không rút khỏi lớp được.
store-kept-sitting-marks = { $name } đã có điểm danh ở buổi này, không xóa buổi được.
store-kept-person = { $name } đang là đại biểu của lớp “{ $detail }”.
store-kept-newer = Chỗ này đã được sửa ở một việc sau đó.
store-delegate-erased = Thông tin của đại biểu này đã được xóa nên không sửa được nữa. Nếu người ấy vẫn dự lớp, hãy thêm một đại biểu mới.
store-held-by-archive = Lớp “{ $title }” đang khóa lưu trữ ({ $reason }) nên chưa xóa được. Hãy bỏ khóa ở thẻ Thông tin của lớp, nếu lý do ấy không còn.
store-no-erasure-reason = Xóa thông tin cá nhân cần có lý do. Hãy ghi lý do, ví dụ “Theo đơn đề nghị ngày 12/11/2026”.
store-reason-names = Lý do được giữ lại nên không được ghi tên người bị xóa. Hãy ghi lý do mà không nêu tên.
store-erased-step = Việc này có thông tin cá nhân đã được xóa.

# Cứu dữ liệu từ tệp hỏng.
store-salvage-saved = Cứu được { $sessions } lớp, { $people } cán bộ, { $delegates } đại biểu, { $marks } lượt điểm danh, { $certificates } giấy chứng nhận.
store-salvage-complete = Mọi thứ ghi trong tệp đều đọc được, không mất dòng nào.
store-salvage-lost = Mất { $count } { $kind ->
        [person] cán bộ
        [delegate] đại biểu
        [attendance_mark] lượt điểm danh
       *[certificate] giấy chứng nhận
    }: chỗ ghi đã hỏng. Hãy xem bản sao lưu gần nhất để nhập lại.
store-salvage-unread-pieces = { $count } chỗ trong tệp không đọc được; mỗi chỗ có thể đã giữ nhiều dòng.
store-salvage-unread-rows = { $count } dòng không đọc được, ở những chỗ còn lại đọc được.
store-salvage-left-out = Bỏ ra { $count } dòng đọc được nhưng lớp hoặc người của chúng đã mất.
store-salvage-unplaced = Bỏ ra { $count } dòng đọc được nhưng không rõ thuộc về đâu.
store-salvage-links = { $count } chỗ nhắc đến dòng đã mất nay để trống.
store-salvage-texts = { $count } dòng có chữ hỏng: dấu “�” đứng thay chữ không đọc được. Hãy sửa lại theo giấy tờ.
store-salvage-made-up = Dựng lại { $count } { $kind ->
        [session] lớp không rõ tên
        [cluster] cụm không rõ tên
        [sitting] buổi theo giờ ghi điểm danh
        [person] cán bộ theo danh sách đại biểu
        [delegate] đại biểu không rõ tên
       *[certificate_book] sổ giấy chứng nhận không rõ tên
    }. Hãy xem và sửa lại.
store-salvage-altered = { $count } { $kind ->
        [person] cán bộ
        [delegate] đại biểu
        [attendance_mark] lượt điểm danh
       *[certificate] giấy chứng nhận
    } có chữ hoặc số không còn như lúc ghi. “Kiểm tra tệp” trong Cài đặt nêu tên từng người: hãy đối chiếu với giấy tờ.
store-salvage-no-undo = Trong tệp mới không hoàn tác được những việc làm trước đó.
store-other-cluster = { $name } không thuộc { $cluster }. Chuyển đại biểu sang { $cluster } rồi điểm danh.
store-withdrawn = { $name } đã rút tên. Đưa tên trở lại ở Đại biểu rồi điểm danh.
store-own-substitute = { $name } không thể đi thay chính mình. Chọn người khác.
store-sitting-closed = Buổi này đã khóa điểm danh. Mở lại buổi rồi sửa.
store-unknown-entry = Lần điểm danh này không còn. Hãy mở lại trang này rồi làm lại.
store-has-no-place = { $name } dự thay người khác nên không có chỗ riêng. Điểm danh ở dòng của người được thay.
store-nobody-fulfils = Chưa có ai đạt theo quy tắc mà chưa có giấy chứng nhận. Xem Kết quả để biết vì sao, hoặc quyết định cho từng người.
store-no-decision-reason = Quyết định cần có lý do. Ghi lý do rồi lưu lại.
store-session-has-marks = { $name } của lớp này đã có điểm danh, phải giữ lại, nên không xóa được lớp. Chọn “Cất đi” ở Thông tin: lớp không còn trong danh sách và Tổng quan, vẫn lấy ra được.
store-session-has-certificates = Lớp “{ $title }” đã cấp { $count } số giấy chứng nhận nên không xóa được. Chọn “Cất đi” ở Thông tin: lớp không còn trong danh sách và Tổng quan, vẫn lấy ra được.
store-session-has-scans = Lớp này có { $count } trang ký đã lưu, phải giữ lại, nên không xóa được. Chọn “Cất đi” ở Thông tin: lớp không còn trong danh sách và Tổng quan, vẫn lấy ra được.
store-kept-scans = Lớp “{ $name }” đã có trang ký được lưu từ đó nên không hoàn tác được.
