# Tên các thao tác, hiện trong “Hoàn tác” và trong lịch sử.

operation-sample = Thêm các lớp mẫu
operation-import = Nhập { $count } đại biểu từ tệp { $file }
operation-import-several = Nhập { $count } đại biểu từ { $files } tệp

operation-session-add = Tạo lớp “{ $title }”
operation-session-edit = Sửa { $field ->
    [title] tên
    [title_in_text] tên trong văn bản
    [kind] loại
    [form] hình thức
    [state] tình trạng
    [dates] thời gian
    [time_note] ghi chú thời gian
    [venue] địa điểm
    [area] địa bàn
    [context] bối cảnh
    [purpose] mục đích
    [reason] lý do
    [slogan] khẩu hiệu
    [discussion] phần thảo luận
    [difficulties] khó khăn, vướng mắc
    [closing] phát biểu kết thúc
    [outcome] kết quả
    [plan_number] số kế hoạch
    [decision_number] số quyết định
    [excused_word] từ gọi người vắng có báo trước
    [absent_word] từ gọi người vắng không báo trước
    [list_order] thứ tự danh sách
   *[other] thông tin
    } của lớp “{ $title }”
operation-session-organisers = Sửa các đơn vị tổ chức của lớp “{ $title }”
operation-session-audience = Sửa thành phần của lớp “{ $title }”
operation-session-guests = Sửa khách mời của lớp “{ $title }”
operation-session-begin = Bắt đầu lớp “{ $title }”
operation-session-end = Kết thúc lớp “{ $title }”
operation-session-reopen = Mở lại lớp “{ $title }”
operation-session-copy = Tạo lớp mới từ lớp “{ $title }”
operation-session-delete = Xóa lớp “{ $title }”
operation-session-organisation = Chọn cơ quan { $name } cho lớp “{ $title }”
operation-samples-remove = Bỏ các lớp mẫu

operation-cluster-add = Thêm { $name }
operation-cluster-edit = Sửa { $field ->
    [name] tên
    [venue] địa điểm
    [capacity] sức chứa
    [dates] thời gian
    [serves] các đơn vị
    [lead] người phụ trách
    [expected] số dự kiến
    [actual] số thực tế
   *[other] thông tin
    } của { $name }
operation-cluster-delete = Xóa { $name }
operation-cluster-order = Xếp lại thứ tự các cụm
operation-sitting-add = Thêm buổi cho { $cluster }
operation-sitting-edit = Sửa buổi của { $cluster }
operation-sitting-delete = Xóa buổi của { $cluster }
operation-sittings-make = Tạo các buổi theo ngày

operation-delegate-add = { $count ->
    [1] Thêm đại biểu { $name }
   *[other] Thêm { $count } đại biểu
    }
operation-delegate-edit = Sửa { $field ->
    [full_name] họ và tên
    [gender] giới tính
    [birth] năm sinh
    [position] chức vụ
    [unit] đơn vị
    [phone] số điện thoại
    [note] ghi chú
   *[other] thông tin
    } của đại biểu { $name }
operation-delegates-edit = Sửa { $field ->
    [position] chức vụ
    [unit] đơn vị
   *[other] thông tin
    } của { $count ->
    [1] đại biểu { $name }
   *[other] { $count } đại biểu
    }
operation-delegate-remove = { $count ->
    [1] Rút tên { $name }
   *[other] Rút tên { $count } đại biểu
    }
operation-delegate-put-back = { $count ->
    [1] Đưa { $name } trở lại danh sách
   *[other] Đưa { $count } đại biểu trở lại danh sách
    }
operation-delegate-move = { $count ->
    [1] Chuyển { $name } sang { $cluster }
   *[other] Chuyển { $count } đại biểu sang { $cluster }
    }
operation-delegate-move-out = { $count ->
    [1] Đưa { $name } ra khỏi cụm
   *[other] Đưa { $count } đại biểu ra khỏi cụm
    }
operation-division = Chia { $count } đại biểu vào { $clusters } cụm
operation-list-fix = Chốt danh sách lớp “{ $title }”
operation-list-open = Mở lại danh sách lớp “{ $title }”

operation-person-edit = Sửa { $field ->
    [full_name] họ và tên
    [gender] giới tính
    [birth] năm sinh
    [position] chức vụ
    [unit] đơn vị
    [phone] số điện thoại
    [note] ghi chú
   *[other] thông tin
    } của cán bộ { $name }

operation-person-sort = Sửa tên để xếp thứ tự của cán bộ { $name }
operation-organisation-add = Thêm cơ quan { $name }
operation-organisation-edit = Sửa thông tin cơ quan { $name }
operation-certificate-form = Sửa mẫu giấy chứng nhận của lớp “{ $title }”
operation-certificates-anew = Dùng mẫu hiện nay cho { $count } giấy chứng nhận chưa in
operation-certificate-template = Nhập mẫu giấy chứng nhận “{ $name }”
operation-certificate-template-remove = Bỏ mẫu giấy chứng nhận “{ $name }”
operation-certificates-issue = Cấp số giấy chứng nhận lớp “{ $title }”
operation-print = In giấy tờ của lớp “{ $title }”
operation-setting = Đổi cài đặt
operation-cluster-split = Tách { $name } làm hai
operation-cluster-merge = Gộp { $name } vào { $into }
operation-cluster-balance = Chuyển { $count } đại biểu sang cụm còn chỗ
operation-session-template = Tạo lớp “{ $title }” theo mẫu
operation-organisation-remove = Xóa cơ quan { $name }
operation-recipe-save = Lưu mẫu in “{ $name }”
operation-recipe-over = Sửa mẫu in “{ $name }”
operation-recipe-rename = Đổi tên mẫu in “{ $from }” thành “{ $name }”
operation-recipe-remove = Xóa mẫu in “{ $name }”
operation-paper-words = Ghi { $field ->
    [number] số văn bản
    [issued] ngày ký
    [recipients] nơi nhận
    [note] phần ghi thêm
    [remark] dòng ghi dưới tiêu đề
    [left_out] buổi ký tên
    [documents] tài liệu phát
    [rate] mức tiền
    [rates] mức tiền của từng người
    [prices] đơn giá
    [quantities] số lượng
    [handed_out] số phiếu phát ra
    [returned] số phiếu thu về
    [counts] số phiếu của từng câu
    [remarks] ý kiến ghi trên phiếu
    [sheets] số tờ
    [also] văn bản khác trong hồ sơ
    [first] nhãn bắt đầu
    [source] nguồn kinh phí
    [grounds] căn cứ
    [chair] chủ trì
    [secretary] thư ký
   *[other] nội dung
    } trong giấy tờ của lớp “{ $title }”
operation-organisation-order = Xếp lại thứ tự các cơ quan
operation-person-add = Thêm cán bộ { $name }
operation-person-remove = { $count ->
    [1] Xóa cán bộ { $name }
   *[other] Xóa { $count } cán bộ
    }
operation-person-merge = Gộp hai cán bộ thành { $name }
operation-person-positions = Sửa các chức vụ của cán bộ { $name }
operation-people-edit = { $count ->
    [1] Sửa thông tin của { $name }
   *[other] Sửa thông tin của { $count } cán bộ
    }
operation-certificates-printed = In giấy chứng nhận của lớp “{ $title }”
operation-person-sensitive = Sửa dữ liệu nhạy cảm của cán bộ { $name }
operation-retention = Sửa thời hạn giữ dữ liệu cá nhân của lớp “{ $title }”
operation-erase-person = Xóa thông tin cá nhân của một người
operation-erase-register = Xóa tên một người trong sổ cấp giấy chứng nhận
operation-erase-session = Xóa thông tin cá nhân của lớp “{ $title }”

operation-accept-altered = Chấp nhận các thay đổi do chương trình khác ghi
operation-mend-text = Thay chữ hỏng bằng dấu “�”
# Files of before say no sitting.
operation-sitting-closed = Khóa điểm danh { $half ->
    [morning] buổi sáng { $day } của { $cluster }
    [afternoon] buổi chiều { $day } của { $cluster }
    [evening] buổi tối { $day } của { $cluster }
   *[other] một buổi
}
operation-sitting-opened = Mở lại điểm danh { $half ->
    [morning] buổi sáng { $day } của { $cluster }
    [afternoon] buổi chiều { $day } của { $cluster }
    [evening] buổi tối { $day } của { $cluster }
   *[other] một buổi
}: { $reason }
operation-marks = Điểm danh { $half ->
    [morning] buổi sáng { $day } của { $cluster }
    [afternoon] buổi chiều { $day } của { $cluster }
    [evening] buổi tối { $day } của { $cluster }
   *[other] một buổi
}
operation-marks-retracted = Rút lại điểm danh { $half ->
    [morning] buổi sáng { $day } của { $cluster }
    [afternoon] buổi chiều { $day } của { $cluster }
    [evening] buổi tối { $day } của { $cluster }
   *[other] một buổi
}
operation-arrival = Ghi { $name } đến ngoài danh sách
operation-substitute = Ghi { $name } đi thay { $place }
operation-substitutes = Ghi { $count } người đi thay
operation-arrivals = Ghi { $count } người đến không có trong danh sách
operation-notice = Ghi báo vắng trước của { $name }
operation-notice-forgotten = Bỏ báo vắng trước của { $name }
operation-completion-rule = Đổi quy tắc công nhận của lớp “{ $title }”
operation-completion-decision = Quyết định kết quả của { $name }
operation-essay = Ghi bài thu hoạch của { $name }
operation-essays = Ghi bài thu hoạch của { $count } người
operation-turnout = Ghi số liệu của buổi
operation-given = Ghi tình hình giảng: { $title }
operation-session-put-away = Cất lớp “{ $title }”
operation-session-take-out = Lấy lớp “{ $title }” ra
operation-scans-add = Lưu { $count } trang ký của lớp “{ $title }”
operation-scans-page = Ghi mã trang của một trang ký
operation-scans-remove = Bỏ một trang ký đã lưu
operation-exchange-opened = Mở gói điểm danh { $cluster } của “{ $title }” ở máy này
operation-exchange-received = Nhận điểm danh { $cluster } của “{ $title }”: { $count } lượt mới, { $people } người mới
operation-own-add = Thêm cột riêng “{ $label }”
operation-own-rename = Đổi tên cột “{ $label }” thành “{ $becomes }”
operation-own-order = Xếp lại thứ tự các cột riêng
operation-own-remove = Bỏ cột riêng “{ $label }”
operation-own-value = Ghi cột “{ $label }” của { $name }
operation-own-values = Ghi cột “{ $label }” của { $count } người
operation-own-groups = Chia { $count } đại biểu vào { $groups } tổ thảo luận
