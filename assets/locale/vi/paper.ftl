# paper

## Tên các loại giấy tờ
paper-plan = Kế hoạch
paper-programme = Chương trình
paper-invitation = Giấy mời, triệu tập
paper-sign-in-sheet = Danh sách ký tên
paper-delegate-list = Danh sách đại biểu
paper-certificates = Giấy chứng nhận
paper-document-receipt = Ký nhận tài liệu
paper-allowance-receipt = Ký nhận tiền hỗ trợ
paper-certificate-register = Sổ cấp giấy chứng nhận
paper-recognition = Quyết định công nhận
paper-badges = Thẻ đại biểu
paper-table-signs = Biển tên để bàn
paper-unit-signs = Biển đơn vị
paper-budget = Dự toán kinh phí
paper-presenter-fees = Thù lao báo cáo viên
paper-absence-list = Danh sách vắng
paper-survey = Phiếu khảo sát
paper-minutes = Biên bản
paper-reconciliation = Bảng đối chiếu
paper-report = Báo cáo kết quả

## Điều cần xem trước khi in
paper-missing-character = Phông chữ in không có ký tự “{ $character }” ({ $code }) trong thông tin của { $name } (“{ $text }”), nên in dấu thay thế. Hãy gõ lại chỗ đó ở danh sách đại biểu bằng tiếng Việt Unicode.
paper-missing-character-head = Phông chữ in không có ký tự “{ $character }” ({ $code }) trong “{ $text }”, nên in dấu thay thế. Hãy gõ lại chỗ đó ở thông tin lớp hoặc ở phần đầu văn bản bằng tiếng Việt Unicode.
paper-name-wrapped = Họ tên “{ $name }” quá dài cho một dòng của giấy chứng nhận, nên in thành nhiều dòng cỡ chữ nhỏ. Hãy xem trang của người này trước khi in, và sửa họ tên nếu đã gõ thừa.
paper-unknown-placeholder = Mẫu giấy chứng nhận có chỗ điền “{ $placeholder }” mà chương trình không biết, nên in nguyên như vậy. Hãy sửa mẫu, dùng một trong các chỗ điền: Họ và tên, Chức vụ, Đơn vị, Năm sinh, Lớp, Thời gian, Ông/Bà.
paper-empty-fact = Chưa có “{ $field }” để in trên giấy chứng nhận, nên giấy không có phần đó. Hãy bổ sung ở thẻ Thông tin, thẻ Chương trình hoặc ngay ở phần bên trái.
paper-empty-field = Có { $people } người chưa có “{ $field }” để in, đầu tiên là { $first }; giấy của họ không có phần đó. Hãy bổ sung ở danh sách đại biểu nếu cần.
paper-no-number = Có { $people } người chưa được cấp số giấy chứng nhận, đầu tiên là { $first }; số được in bằng dòng chấm. Hãy cấp số trước khi in, hoặc ghi số bằng tay.
paper-no-rate = Chưa nhập mức hỗ trợ, nên cột mức và số tiền để trống để ghi tay. Hãy nhập mức ở phần tùy chọn bên trái nếu muốn in sẵn số tiền.
paper-pay-unknown = Có { $people } đại biểu chưa rõ có hưởng lương ngân sách hay không, đầu tiên là { $first }; họ vẫn có tên trong danh sách. Hãy ghi ở trang Cán bộ nếu họ hưởng lương.
paper-paid-by-state = Có { $people } đại biểu hưởng lương ngân sách nên không có trong danh sách, đầu tiên là { $first }. Hãy bỏ chọn “Chỉ người không hưởng lương ngân sách” nếu họ cũng được nhận.
paper-no-receipts = Chưa nhập danh sách ký nhận tiền, tài liệu hay giấy chứng nhận nào, nên các cột đó để trống. Hãy nhập các trang đã ký ở thẻ Điểm danh rồi in lại.
paper-not-settled = Có cụm chưa nhập danh sách đã ký nhận tiền, cũng chưa điểm danh, nên danh sách của cụm đó vẫn như trước buổi, tổng số để ghi tay. Hãy nhập các trang đã ký ở thẻ Điểm danh rồi in lại.
paper-present-unpaid = Có { $people } người có mặt mà chưa ghi là đã nhận tiền, đầu tiên là { $first }; họ không có trong quyết toán. Hãy xem lại trang ký nhận của họ, hoặc mở Đối chiếu ở thẻ Điểm danh.
paper-paid-absent = Có { $people } người đã nhận tiền mà vắng tất cả các buổi, đầu tiên là { $first }; họ vẫn có trong quyết toán. Hãy xem lại trang ký nhận và điểm danh của họ, hoặc mở Đối chiếu ở thẻ Điểm danh.
paper-nobody-certified = Chưa cấp số giấy chứng nhận nào, nên quyết định công nhận mọi đại biểu trong danh sách. Hãy cấp số cho những người hoàn thành trước khi in quyết định.
paper-name-small = Họ tên “{ $name }” quá dài, nên in cỡ chữ nhỏ hơn bình thường. Hãy xem thẻ, biển hoặc giấy chứng nhận của người này trước khi in, và sửa họ tên nếu đã gõ thừa.
paper-unmarked = Có { $places } lượt người chưa điểm danh ở những buổi đã điểm danh người khác, nên giấy này ghi “chưa điểm danh”, không tính là vắng. Hãy điểm danh nốt, hoặc khóa buổi, ở thẻ Điểm danh.
paper-sittings-unmarked = Có { $sittings } buổi chưa điểm danh ai, nên giấy này không nêu số của các buổi đó. Hãy nhập các trang đã ký ở thẻ Điểm danh.
paper-sex-unknown = Có { $people } đại biểu chưa rõ nam hay nữ, đầu tiên là { $first }; năm sinh của họ in giữa hai cột Nam và Nữ. Hãy bổ sung giới tính ở danh sách đại biểu.
paper-long-letters = Có giấy dài quá một trang: số trang nhiều hơn số người nhận { $pages } trang. Hãy bỏ chọn “Nêu các chuyên đề”, hoặc rút ngắn phần ghi thêm.
paper-missing-purpose = Chưa có mục đích của lớp nên kế hoạch không có phần “Mục đích, yêu cầu”. Hãy ghi mục đích ở thẻ Thông tin.
paper-missing-topics = Chưa có chuyên đề nào nên giấy này không nêu nội dung. Hãy chọn khung chương trình hoặc thêm chuyên đề ở thẻ Chương trình.
paper-missing-audience = Chưa có thành phần triệu tập nên giấy này không nêu ai được triệu tập. Hãy ghi thành phần ở thẻ Thông tin.
paper-missing-dates = Chưa có thời gian nên giấy này không nêu ngày giờ. Hãy ghi ngày ở thẻ Thông tin, hoặc thêm buổi cho từng cụm.
paper-missing-venue = Chưa có địa điểm, của lớp hoặc của một cụm, nên chỗ đó in dấu chấm để ghi tay. Hãy ghi địa điểm ở thẻ Thông tin.
paper-missing-programme = Có buổi chưa có nội dung nên in dòng trống để ghi tay. Hãy xếp nội dung các buổi ở thẻ Chương trình.
paper-missing-times = Chưa có giờ của buổi nào nên chương trình in không có cột “Thời gian”. Hãy ghi giờ bắt đầu và số phút ở thẻ Chương trình.
paper-missing-presenters = Chưa có báo cáo viên nào nên giấy này không nêu, hoặc để trống chỗ ghi, báo cáo viên. Hãy ghi báo cáo viên ở thẻ Chương trình.
paper-missing-signatory = Chưa có người ký nên chỗ ký để trống. Hãy thêm người ký ở Cài đặt.
paper-missing-issue-date = Chưa có ngày ký nên in dòng chấm để ghi tay. Hãy ghi ngày ký ở phần tùy chọn bên trái nếu đã biết.
paper-missing-plan-number = Kế hoạch chưa có số nên in dòng chấm để ghi tay. Hãy ghi số kế hoạch ở thẻ Thông tin nếu đã biết.
paper-missing-number = Giấy chưa có số nên in dòng chấm để ghi tay. Hãy ghi số ở phần tùy chọn bên trái nếu đã biết.
paper-missing-turnout = Chưa có số đại biểu có mặt nên in dòng chấm để ghi tay. Hãy ghi số “Thực tế” của từng cụm ở thẻ Thông tin nếu đã biết.
paper-missing-marks = Chưa điểm danh buổi nào nên giấy này không nêu ai có mặt, ai vắng. Hãy nhập các trang đã ký ở thẻ Điểm danh rồi in lại.
paper-missing-sexes = Có đại biểu chưa rõ nam hay nữ nên số đại biểu nữ in dòng chấm. Hãy bổ sung giới tính ở danh sách đại biểu.
paper-missing-outcome = Chưa có kết quả của lớp nên báo cáo chỉ nêu các con số. Hãy ghi mục “Kết quả” ở thẻ Thông tin.
paper-missing-discussion = Chưa có nội dung trao đổi nên in dòng chấm để ghi tay. Hãy ghi mục “Thảo luận, giải đáp” ở thẻ Thông tin nếu đã biết.
paper-missing-difficulties = Chưa có khó khăn, vướng mắc nào nên in dòng chấm để ghi tay. Hãy ghi mục “Khó khăn, vướng mắc” ở thẻ Thông tin nếu đã biết.
paper-missing-conclusion = Chưa có kết luận nên in dòng chấm để ghi tay. Hãy ghi mục “Phát biểu kết thúc” ở thẻ Thông tin nếu đã biết.
paper-missing-prices = Có khoản chưa có đơn giá nên để trống để ghi tay, và tổng cộng chưa gồm khoản đó. Hãy nhập đơn giá ở phần tùy chọn bên trái; khoản không có thì ghi 0.
paper-missing-quantities = Có khoản chưa tính được số lượng nên để trống để ghi tay, và tổng cộng chưa gồm khoản đó. Hãy ghi số lượng ở phần tùy chọn bên trái, hoặc ghi số dự kiến, các buổi và nội dung từng buổi ở thẻ Thông tin và thẻ Chương trình.
paper-missing-fee = Có báo cáo viên chưa có mức thù lao nên để trống để ghi tay. Hãy nhập mức ở phần tùy chọn bên trái nếu muốn in sẵn số tiền.
paper-missing-presenter-sittings = Có báo cáo viên chưa được xếp vào buổi nào nên số buổi để trống. Hãy xếp chuyên đề của họ ở thẻ Chương trình.
paper-several-presenters = “{ $name }” gồm nhiều người nên số tiền để trống để ghi tay. Hãy ghi tên từng báo cáo viên ở thẻ Chương trình nếu muốn in sẵn số tiền.
paper-unit-small = Tên đơn vị “{ $name }” quá dài, nên in cỡ chữ nhỏ hơn bình thường. Hãy xem biển này trước khi in, và rút gọn tên nếu được.

## Vì sao không làm được
paper-no-such-cluster = Lớp này không có cụm được chọn. Hãy chọn một cụm của lớp, hoặc in tất cả các cụm.
paper-nobody-to-certify = Chưa có đại biểu nào để in giấy chứng nhận. Hãy nhập danh sách đại biểu, hoặc chọn cụm khác.
paper-nobody-to-invite = Chưa có đại biểu hoặc khách mời nào để ghi giấy. Hãy nhập danh sách đại biểu hoặc khách mời, hoặc chọn một giấy chung.
paper-nobody-to-name = Chưa có đại biểu nào để in thẻ hoặc biển tên. Hãy nhập danh sách đại biểu, hoặc chọn cụm khác.
paper-no-units = Chưa có đơn vị nào để in biển. Hãy nhập danh sách đại biểu, hoặc ghi các đơn vị của từng cụm ở thẻ Thông tin.
paper-no-such-page = Giấy tờ này không có trang số { $page }. Hãy mở lại bản xem trước.
paper-font-damaged = Không đọc được phông chữ { $font } của chương trình. Hãy cài lại chương trình.
paper-not-in-this-form = Giấy tờ này chỉ lưu được thành PDF. Hãy chọn tên tệp kết thúc bằng “.pdf”.
paper-not-written = Không tạo được tệp. Hãy thử lại; nếu vẫn lỗi, hãy cài lại chương trình (chi tiết cho người hỗ trợ: { $reason }).

## Ghi tệp
paper-no-folder = Không có thư mục để ghi { $file }. Hãy chọn một thư mục có sẵn.
paper-not-allowed = Không được phép ghi { $file }. Nếu tệp đang mở ở chương trình khác, hãy đóng lại; nếu không, hãy chọn thư mục khác.
paper-is-data = { $file } là tệp dữ liệu hoặc bản sao lưu của Tập huấn nên không bị ghi đè. Hãy chọn tên khác cho giấy tờ.
paper-open-elsewhere = { $file } đang mở ở một chương trình khác (Word, Excel, chương trình đọc PDF) hoặc không cho ghi. Hãy đóng tệp đó rồi làm lại, hoặc lưu với tên khác.
paper-disk-full = Ổ đĩa đầy nên chưa ghi được { $file }. Hãy xóa bớt tệp không cần, hoặc chọn ổ đĩa khác.
paper-write-failed = Không ghi được { $file }. Hãy thử lại, hoặc chọn thư mục khác (chi tiết cho người hỗ trợ: { $reason }).
paper-nobody-listed = Danh sách chưa có đại biểu nào. Hãy thêm đại biểu, hoặc nhập danh sách, rồi làm lại.
paper-not-certified = Theo quy tắc của lớp, { $not } người chưa đạt và { $unknown } người chưa rõ nên không có tên ở đây, trước hết là { $first }. Xem vì sao ở Kết quả.
paper-certified-not-completed = { $people } người đã được cấp giấy chứng nhận nhưng nay chưa đạt hoặc chưa rõ theo quy tắc, trước hết là { $first }. Giấy đã cấp vẫn có hiệu lực: xem vì sao ở Kết quả, rồi quyết định cho từng người.
paper-nobody-fulfils = Chưa có ai đạt theo quy tắc của lớp nên chưa có giấy chứng nhận nào để in. Xem vì sao ở Kết quả.
paper-discussion-groups = Tổ thảo luận
paper-no-own-column = Lớp này không có cột “{ $label }”, nên giấy này không in cột đó. Nếu cần, thêm cột ở thẻ Đại biểu.
paper-no-groups = Chưa ai được xếp vào tổ thảo luận, nên chỉ in mẫu để ghi tay. Hãy bấm “Chia tổ…” ở thẻ Đại biểu.
paper-in-no-group = { $people } đại biểu chưa có tổ thảo luận ({ $first }…), nên không có trong danh sách này.

## Danh sách khách mời, biên nhận, phiếu khảo sát, nhãn, mục lục
paper-guest-sign-in = Ký tên khách mời
paper-presenter-receipt = Biên nhận thù lao
paper-survey-summary = Tổng hợp khảo sát
paper-envelope-labels = Nhãn phong bì
paper-dossier-index = Mục lục hồ sơ
paper-no-guests = Chưa có khách mời nào nên danh sách chỉ có dòng trống để ghi tay. Hãy ghi khách mời ở thẻ Thông tin nếu đã biết.
paper-blank-lists = { $lists ->
    [1] Danh sách chưa có đại biểu nào nên in { $rows } dòng trống có đánh số để ghi tay, không có mã trang.
   *[other] { $lists } danh sách chưa có đại biểu nào nên in { $rows } dòng trống có đánh số để ghi tay, không có mã trang.
    } Hãy nhập danh sách rồi in lại nếu muốn in sẵn tên.
paper-survey-more-returned = Số phiếu thu về ({ $returned }) nhiều hơn số phiếu phát ra ({ $out }). Hãy xem lại hai số này ở phần tùy chọn bên trái.
paper-survey-more-answers = Câu “{ $question }” có { $sum } lượt trả lời, nhiều hơn { $returned } phiếu thu về. Hãy đếm lại câu này.
paper-label-small = Nhãn của “{ $name }” có nhiều chữ nên in cỡ chữ nhỏ. Hãy xem nhãn này trước khi in, và rút gọn tên hoặc chức vụ nếu được.
paper-label-not-on-sheet = Tờ này chỉ có { $count } nhãn nên không bắt đầu được từ nhãn số { $first }; giấy in từ nhãn đầu tiên. Hãy ghi lại số nhãn bắt đầu.
paper-other-basis = Dự toán và danh sách ký nhận tiền tính tiền ăn theo hai cách khác nhau, một bên theo ngày, một bên theo buổi. Hãy chọn “Như ký nhận tiền”, hoặc xem lại đơn giá của mỗi bên.
paper-missing-fee-of-list = Có báo cáo viên chưa có mức thù lao nên số tiền in dòng chấm để ghi tay. Hãy nhập mức ở giấy “Thù lao báo cáo viên”.
paper-missing-day-of-fees = Chưa có ngày ký nên in dòng chấm để ghi tay. Hãy ghi ngày ký ở giấy “Thù lao báo cáo viên” nếu đã biết.
paper-missing-survey-sheets = Chưa ghi số phiếu phát ra, thu về nên chưa tính được tỷ lệ, chỗ đó in dòng chấm. Hãy ghi hai số này ở phần tùy chọn bên trái.
paper-missing-survey-counts = Có câu trả lời chưa ghi số phiếu nên in dòng chấm để ghi tay. Hãy ghi số phiếu của từng câu ở phần tùy chọn bên trái; không ai chọn thì ghi 0.
paper-missing-numbers-in-file = Có văn bản trong mục lục chưa có số hoặc ngày ký nên in dòng chấm. Hãy ghi số và ngày ở phần tùy chọn của chính văn bản đó, hoặc ghi tay.
paper-missing-sheets-in-file = Có văn bản chưa ghi số tờ nên từ đó trở đi “Tờ số” in dòng chấm. Hãy ghi số tờ ở phần tùy chọn bên trái, hoặc đánh số tờ bằng tay.
paper-nobody-to-address = Chưa có đơn vị, đại biểu hoặc khách mời nào để in nhãn. Hãy nhập danh sách, ghi các đơn vị của từng cụm, hoặc chọn gửi cho người khác.
paper-honorific-open = Chưa rõ giới tính của { $people } người (trước hết: { $first }): giấy in “Ông/Bà”. Hãy nhập giới tính ở Đại biểu.
paper-dates-disagree = Ngày của { $cluster } không khớp: giấy ghi { $printed } nhưng có ngày { $outside }. Hãy sửa ngày ở Thông tin hoặc Chương trình trước khi in.
