//! Family names, by which a column of names is known where no heading says so.

use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

/// Kinh family names and those of other peoples, in small letters with their marks:
/// "trương" is a name, "trưởng" an office.
const FAMILY_NAMES: &str = "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý lí đinh đoàn \
lâm trịnh mai đào tô hà tạ phùng trương châu cao lương thái tăng chu văn kiều quách lưu từ tống thân nghiêm \
thạch kim sơn danh lò lường lù vàng giàng sùng thào hứa triệu nông ma mã vi đàm khổng la lã lữ lại lục mạc mạch \
nhâm nhan ninh ông phí quan sầm thiều thi tiêu tôn trà ung uông viên xa âu bạch bế biện cấn cam chế chử cù cung \
diệp doãn dư đậu điền đồng đới giang giáp hạ hàn hầu khương khuất kha khúc kpă ksor rơ siu rmah nay êban niê mlô \
điểu thị alăng bling bhling bhnướch zơrâm arất coor pơloong hôih riah tơngôl briu ating cơlâu hiên hốih y a bá \
lầu lỳ vừ xồng mùa hạng cứ sần chảo phàn tẩn bàn quàng cà tòng lèo bạc cầm điêu khang kháng lang hồng bành tất \
trang tiết tề tân nhữ nhiếp mẫn mẫu mông lộc lều lỗ liêu lạc kỷ kiên khâu kế hình hùng đường đôn đan đái cồ cái \
bồ ấu an ân yên ứng vương thẩm thập thành thường tào tản sử quản quang quảng phú phương";

/// Whether a line begins as a person's name does: with a family name and more.
pub(super) fn begins_like_a_name(line: &str) -> bool {
    let line = clean(line).to_lowercase();
    let Some((first, _)) = line.split_once(' ') else { return false };
    let unmarked = line.is_ascii();
    FAMILY_NAMES.split(' ').any(|name| name == first || (unmarked && fold(name) == first))
        || (first.contains(['\'', '’']) && first.starts_with(['h', 'k', 'y']))
}
