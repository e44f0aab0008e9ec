//! Lists in, from the file to its people, beside calamine reading the same file:
//! `cargo bench --bench intake`.

use std::hint::black_box;
use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use taphuan::intake;

const SIZES: u32 = 3;
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 3, 1);

/// A list as a commune sends it: titles, then so many invented people.
fn list(path: &Path, people: u32) {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ"];
    let middle =
        ["Văn", "Thị", "Đình", "Ngọc", "Hữu", "Thanh", "Minh", "Xuân", "Quang", "Kim", "Bích", "Đức"];
    let given = ["An", "Ánh", "Bình", "Cường", "Dũng", "Đào", "Hằng", "Hòa", "Khánh", "Lan", "Tú", "Yến"];
    let bordered = Format::new().set_border(rust_xlsxwriter::FormatBorder::Thin);
    let mut sheet = Worksheet::new();
    sheet.write_string(0, 0, "DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TẬP HUẤN").expect("a free cell");
    let headings =
        ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Chức vụ", "Đơn vị", "Điện thoại", "Ghi chú"];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(2, column, heading, &bordered).expect("a free cell");
    }
    let of = |words: &[&'static str], number: u32| words[number as usize % words.len()];
    for number in 0..people {
        let row = number + 3;
        let name = format!("{} {} {}", of(&family, number), of(&middle, number / 3), of(&given, number / 7));
        let unit = format!("Thôn {}, xã Tam {}", number % 90, of(&given, number / 11));
        let texts = [
            (1, name),
            (3, if number % 3 == 0 { "Nữ".to_owned() } else { "Nam".to_owned() }),
            (4, "Trưởng ban Công tác Mặt trận".to_owned()),
            (5, unit),
            (6, format!("09{number:08}")),
        ];
        sheet.write_number_with_format(row, 0, f64::from(number + 1), &bordered).expect("a free cell");
        sheet
            .write_number_with_format(row, 2, f64::from(1950 + number % 45), &bordered)
            .expect("a free cell");
        for (column, text) in texts {
            sheet.write_string_with_format(row, column, text, &bordered).expect("a free cell");
        }
        sheet.write_blank(row, 7, &bordered).expect("a free cell");
    }
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    book.save(path).expect("save");
}

fn reading(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("folder");
    let mut group = criterion.benchmark_group("read a list");
    group.sample_size(20);
    for people in (0..SIZES).map(|power| 100 * 10_u32.pow(power)) {
        let path = folder.path().join(format!("{people}.xlsx"));
        list(&path, people);
        group.bench_with_input(BenchmarkId::new("calamine alone", people), &path, |bencher, path| {
            bencher.iter(|| {
                let mut workbook: Xlsx<_> = open_workbook(path).expect("a workbook");
                let name = workbook.sheet_names()[0].clone();
                black_box(workbook.worksheet_range(&name).expect("a sheet").used_cells().count())
            });
        });
        group.bench_with_input(BenchmarkId::new("file to people", people), &path, |bencher, path| {
            bencher.iter(|| black_box(intake::read(path, TODAY).expect("a list").rows.len()));
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
