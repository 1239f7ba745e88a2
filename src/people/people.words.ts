// The sentences about people: roles, signing in, the first administrator.

import { words } from '#ground/words.ts';

export const peopleWords = words(
  {
    role: {
      administrator: 'Quản trị hệ thống',
      provincial_officer: 'Cán bộ phòng phong trào cấp tỉnh',
      commune_police: 'Công an xã',
      core_member: 'Lực lượng nòng cốt',
      viewer: 'Người theo dõi',
    },
    roleDoes: {
      administrator: 'cài đặt và quản lý tài khoản',
      provincial_officer: 'đọc kế hoạch, dựng điểm, theo dõi, ban hành báo cáo',
      commune_police: 'theo dõi các bước, làm nhiệm vụ, soạn báo cáo',
      core_member: 'ghi hoạt động, làm việc hằng ngày',
      viewer: 'xem tình hình, không sửa',
    },
    signIn: 'Đăng nhập',
    signOut: 'Đăng xuất',
    username: 'Tên đăng nhập',
    password: 'Mật khẩu',
    name: 'Họ và tên',
    wrong: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Mời bạn gõ lại.',
    demoTitle: 'Xem thử với dữ liệu minh họa',
    demoHint:
      'Chọn một vai để vào ngay, không cần mật khẩu. Mọi tên người và số liệu đều là ví dụ.',
    enterAs: (role: string) => `Vào với vai ${role}`,
    setupTitle: 'Tạo người quản trị đầu tiên',
    setupHint: 'Đường dẫn này dùng được một lần. Hãy đặt mật khẩu dài, dễ nhớ với riêng bạn.',
    setupSave: 'Tạo tài khoản',
    setupDone: 'Đã tạo tài khoản. Mời bạn đăng nhập.',
    usernameHint: 'Chữ thường không dấu, số, dấu chấm hoặc gạch ngang; ít nhất 3 ký tự.',
    passwordHint: (shortest: number) => `Ít nhất ${shortest} ký tự.`,
    refusal: {
      'link-used':
        'Đường dẫn này đã dùng hoặc đã hết hiệu lực. Khởi động lại máy chủ để có đường dẫn mới.',
      'username-taken': 'Tên đăng nhập này đã có người dùng. Mời bạn chọn tên khác.',
      'name-missing': 'Mời bạn ghi họ và tên.',
      'username-unfit': 'Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch ngang.',
      'password-short': 'Mật khẩu còn ngắn.',
    },
    console: {
      setup: (link: string) => `Tạo người quản trị đầu tiên (dùng một lần): ${link}`,
      demo: (link: string) => `Xem thử với dữ liệu minh họa, chọn vai tại: ${link}`,
      signIn: (link: string) => `Đăng nhập tại: ${link}`,
    },
  },
  {
    role: {
      administrator: 'System administrator',
      provincial_officer: 'Provincial movement officer',
      commune_police: 'Commune police',
      core_member: 'Core member',
      viewer: 'Viewer',
    },
    roleDoes: {
      administrator: 'sets up and looks after accounts',
      provincial_officer: 'reads plans in, builds sites, follows up, issues reviews',
      commune_police: 'follows the steps, does duties, drafts reviews',
      core_member: 'records activities, does the daily work',
      viewer: 'looks on, changes nothing',
    },
    signIn: 'Sign in',
    signOut: 'Sign out',
    username: 'User name',
    password: 'Password',
    name: 'Full name',
    wrong: 'The user name or the password is not right. Please type them again.',
    demoTitle: 'Try it with example data',
    demoHint:
      'Choose a role to enter at once, without a password. All names and figures are made up.',
    enterAs: (role: string) => `Enter as ${role}`,
    setupTitle: 'Create the first administrator',
    setupHint: 'This link works once. Choose a long password that only you will remember.',
    setupSave: 'Create the account',
    setupDone: 'The account is ready. Please sign in.',
    usernameHint: 'Lower-case letters, digits, dots or hyphens; at least 3 characters.',
    passwordHint: (shortest: number) => `At least ${shortest} characters.`,
    refusal: {
      'link-used':
        'This link has been used or is no longer valid. Restart the server for a new one.',
      'username-taken': 'This user name is taken. Please choose another.',
      'name-missing': 'Please write your full name.',
      'username-unfit': 'A user name has lower-case letters, digits, dots and hyphens only.',
      'password-short': 'The password is too short.',
    },
    console: {
      setup: (link: string) => `Create the first administrator (works once): ${link}`,
      demo: (link: string) => `Try it with example data, choose a role at: ${link}`,
      signIn: (link: string) => `Sign in at: ${link}`,
    },
  },
);
