// The words of support files that both the helper and whoever is helped read: kinds, services, where a referral stands.
import { words } from '#ground/words.ts';

export const supportWords = words(
  {
    kinds: {
      plan: 'kế hoạch',
      visits: 'ghi những lần gặp',
      referrals: 'giới thiệu đến nơi khác',
      reminders: 'nhắc việc',
    },
    services: {
      health: 'Khám sức khỏe',
      treatment_home: 'Cai nghiện tại gia đình, cộng đồng',
      treatment_centre: 'Cai nghiện tự nguyện ở cơ sở',
      substitution: 'Thuốc thay thế',
      counselling: 'Tư vấn, tâm lý',
      testing: 'Xét nghiệm tự nguyện',
      papers: 'Giấy tờ tùy thân',
      work: 'Học nghề, việc làm',
      school: 'Việc học của con',
      welfare: 'Trợ giúp xã hội',
    },
    states: {
      offered: 'đã giới thiệu',
      accepted: 'đã nhận lời',
      refused: 'không nhận',
      done: 'đã xong',
      revoked: 'đã rút lại',
    },
    givenBy: { person: 'chính người được giúp', guardian: 'cha mẹ hoặc người giám hộ' },
  },
  {
    kinds: {
      plan: 'a plan',
      visits: 'notes of visits',
      referrals: 'referrals elsewhere',
      reminders: 'reminders',
    },
    services: {
      health: 'Health check',
      treatment_home: 'Treatment at home, in the community',
      treatment_centre: 'Voluntary treatment at a centre',
      substitution: 'Substitution medicine',
      counselling: 'Counselling',
      testing: 'Voluntary testing',
      papers: 'Identity papers',
      work: 'Training and work',
      school: 'Children’s schooling',
      welfare: 'Welfare',
    },
    states: {
      offered: 'offered',
      accepted: 'accepted',
      refused: 'refused',
      done: 'done',
      revoked: 'revoked',
    },
    givenBy: { person: 'the person themselves', guardian: 'a parent or guardian' },
  },
);
