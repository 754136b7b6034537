// Names of invented people, and the pieces of which invented places are made.
#include "demo/material.h"

namespace demo {
namespace {

using Word = std::string_view;

constexpr Word british_first[] = {
    "Alice", "Tom", "Grace", "Daniel", "Hannah", "Peter", "Ruth", "James", "Rachel", "Simon",
    "Zoë", "Andrew", "Claire", "Martin", "Helen", "Oliver", "Chloë", "George", "Emma",
    "Robert", "Joanne", "Stephen", "Lucy", "Nigel", "Beth", "Matthew", "Kate", "Paul", "Louise",
    "Edward", "Fay", "Adrian", "Imogen", "Colin", "Judith", "Philip", "Sarah", "Ben", "Naomi",
    "Gareth"};

constexpr Word british_last[] = {
    "Ellery", "Calloway", "Fenwick", "Ashby", "Hartnell", "Wainwright", "Lockwood", "Bramley",
    "Thackray", "Oldroyd", "Pemberton", "Sutcliffe", "Hale", "Marlow", "Penrose", "Whitlock",
    "Trevanion", "Burdett", "Holroyd", "Prentice", "Garside", "Tindall", "Rowntree",
    "Haythorne", "Cresswell", "Dunstable", "Farrow", "Kettering", "Lamb", "Mottram", "Nuttall",
    "Orchard", "Pickering", "Quayle", "Ravenhill", "Shelley", "Tolley", "Underhill", "Wetherby",
    "Yardley"};

constexpr Word irish_first[] = {
    "Niamh", "Ciarán", "Aoife", "Declan", "Siobhán", "Eoin", "Róisín", "Conor", "Gráinne",
    "Pádraig", "Orla", "Fergal", "Sinéad", "Brendan", "Caoimhe", "Diarmuid", "Maeve",
    "Cormac", "Bríd", "Liam"};

constexpr Word irish_last[] = {
    "O'Hara", "Donnelly", "O'Sullivan", "Brannigan", "Mac Cárthaigh", "O'Dowd", "Gallagher",
    "Ní Bhriain", "Heffernan", "O'Toole", "Keane", "Tierney", "Costello", "Mulvey", "O'Shea",
    "Lenihan", "Rafferty", "Quigley", "McGinty", "Feeney"};

constexpr Word welsh_first[] = {
    "Siân", "Rhys", "Bronwen", "Emyr", "Cerys", "Gethin", "Angharad", "Dafydd", "Lowri",
    "Iwan", "Nia", "Aled", "Mererid", "Owain", "Ffion", "Gwilym", "Eleri", "Tomos", "Catrin",
    "Huw"};

constexpr Word welsh_last[] = {
    "Prosser", "Llewelyn", "Bevan", "Gwynne", "Pritchard", "Rhydderch", "Pugh", "Maddocks",
    "Vaughan", "Tudur", "Ellis", "Penry", "Hopcyn", "Treharne", "Meredith", "Gittins", "Beynon",
    "Cadwaladr", "Eynon", "Yorath"};

constexpr Word scottish_first[] = {
    "Morag", "Callum", "Eilidh", "Hamish", "Fiona", "Ruaridh", "Isla", "Struan", "Catriona",
    "Alasdair", "Kirsty", "Euan", "Mairi", "Gregor", "Shona", "Lachlan", "Ailsa", "Finlay",
    "Rhona", "Duncan"};

constexpr Word scottish_last[] = {
    "MacInnes", "Farquhar", "Lennox", "Buchan", "McPhail", "Drummond", "Carnegie", "Munro",
    "Galbraith", "Kinnear", "Ogilvie", "Strachan", "MacAskill", "Balfour", "Dalgleish",
    "Rankine", "Urquhart", "McKechnie", "Tulloch", "Gillespie"};

constexpr Word south_asian_first[] = {
    "Meera", "Arjun", "Priya", "Imran", "Ayesha", "Vikram", "Nadia", "Sanjay", "Farah",
    "Harpreet", "Kavita", "Rashid", "Lakshmi", "Bilal", "Anjali", "Gurdeep", "Shazia", "Nikhil",
    "Roshni", "Tariq", "Sunita", "Asif", "Deepa", "Manjit", "Zainab", "Rohan", "Fatima",
    "Suresh", "Tasnim", "Dinesh"};

constexpr Word south_asian_last[] = {
    "Raman", "Choudhury", "Desai", "Hussain", "Sandhu", "Iyer", "Malik", "Banerjee", "Qureshi",
    "Patel", "Nair", "Chaudhry", "Gill", "Rahman", "Perera", "Kapoor", "Siddiqui", "Menon",
    "Thapa", "Ahluwalia", "Mirza", "Krishnan", "Sheikh", "Dhillon", "Jayasuriya", "Bhatt",
    "Karim", "Reddy", "Begum", "Fernando"};

constexpr Word west_african_first[] = {
    "Grace", "Kofi", "Adaeze", "Tunde", "Abena", "Chidi", "Folake", "Kwame", "Ngozi", "Emeka",
    "Ama", "Babatunde", "Efua", "Ikenna", "Yetunde", "Kojo", "Chiamaka", "Olumide", "Akosua",
    "Segun", "Amina", "Ebere"};

constexpr Word west_african_last[] = {
    "Okonjo", "Asante", "Adeyemi", "Mensah", "Nwosu", "Boateng", "Okafor", "Bello", "Owusu",
    "Eze", "Adebayo", "Ofori", "Balogun", "Sarpong", "Onyeka", "Danquah", "Oyelaran", "Ampofo",
    "Ekwueme", "Jallow", "Conteh", "Kamara"};

constexpr Word east_and_southern_african_first[] = {
    "Tendai", "Wanjiru", "Abdi", "Rutendo", "Otieno", "Selam", "Farai", "Njeri", "Yonas",
    "Thandiwe", "Hodan", "Kipkemei"};

constexpr Word east_and_southern_african_last[] = {
    "Moyo", "Kariuki", "Warsame", "Chikwanha", "Odhiambo", "Tesfaye", "Ncube", "Wambui",
    "Haile", "Dube", "Farah", "Cheruiyot"};

constexpr Word caribbean_first[] = {
    "Marcia", "Delroy", "Sherelle", "Winston", "Yvonne", "Errol", "Camille", "Leroy", "Simone",
    "Desmond", "Kerry-Ann", "Clive", "Althea", "Jermaine"};

constexpr Word caribbean_last[] = {
    "Campbell-Reid", "Bogle", "Lewin", "Beckford", "Charlemagne", "Roache", "Gayle", "Pinnock",
    "St Hilaire", "Braithwaite", "Augustin", "Morrison", "Lashley", "Alleyne"};

constexpr Word east_european_first[] = {
    "Łukasz", "Agnieszka", "Mihai", "Ioana", "Katarzyna", "Dragan", "Živa", "Petra",
    "Ondřej", "Anca", "Paweł", "Marta", "Zsófia", "Andrei", "Jolanta", "Tomáš", "Bogdan",
    "Ewa", "Radu", "Iveta"};

constexpr Word east_european_last[] = {
    "Wiśniewski", "Nowak", "Popescu", "Horváth", "Kowalska", "Dvořák", "Petrović",
    "Ionescu", "Zieliński", "Novák", "Marin", "Szabó", "Balčiūnas", "Kamińska", "Stoica",
    "Hrubý", "Jankowski", "Vukić", "Mazur", "Ozols"};

constexpr Word filipino_first[] = {
    "Maricel", "Jun", "Rowena", "Arnel", "Liezl", "Ramon", "Cristina", "Dennis", "Marivic",
    "Jerome", "Analyn", "Rodel", "Josefina", "Noel", "Lourdes", "Allan"};

constexpr Word filipino_last[] = {
    "Santos", "Dela Cruz", "Bautista", "Reyes", "Manalo", "Aquino", "Villanueva", "Mendoza",
    "Ocampo", "Salazar", "Panganiban", "Dimaculangan", "Tolentino", "Magsino", "Abad", "Lacson"};

constexpr Word middle_eastern_first[] = {
    "Amira", "Yusuf", "Layla", "Omar", "Shirin", "Karim", "Dalia", "Reza", "Noor", "Hassan",
    "Parisa", "Tamer", "Rania", "Emre", "Samira", "Farid", "Yasmin", "Bahram", "Leila", "Nabil"};

constexpr Word middle_eastern_last[] = {
    "Demir", "Haddad", "Nasser", "Khoury", "Tehrani", "Mansour", "Yilmaz", "Aziz", "Rahimi",
    "Saleh", "Darwish", "Kaya", "Najjar", "Farahani", "Barakat", "Shahin", "Jabbour",
    "Öztürk", "Sabbagh", "Moradi"};

constexpr Word chinese_first[] = {
    "Mei Ling", "Wei", "Xin", "Jason", "Hui Min", "Grace", "Kelvin", "Li Na", "Winnie",
    "Jun Jie", "Siu Fong", "Edwin", "Yan", "Vivian"};

constexpr Word chinese_last[] = {
    "Chan", "Leung", "Wong", "Zhang", "Lim", "Tsang", "Ho", "Cheung", "Liu", "Ng", "Teo",
    "Kwok", "Zhao", "Yip"};

constexpr Word sweden_first[] = {
    "Åsa", "Björn", "Ingrid", "Lars", "Malin", "Gustaf", "Elin", "Håkan", "Karin", "Mattias",
    "Saga", "Östen", "Linnéa", "Viktor", "Birgitta", "Johan", "Amal", "Annika", "Stig",
    "Fredrik"};

constexpr Word sweden_last[] = {
    "Lindqvist", "Åkesson", "Bergström", "Sjöberg", "Nyström", "Hallberg", "Öberg",
    "Dahlgren", "Ekström", "Wallin", "Söderlund", "Hedin", "Forsgren", "Lundmark", "Axelsson",
    "Norén", "Rydell", "Strand", "Holmgren", "Yıldız"};

constexpr Word norway_first[] = {
    "Ingvild", "Sindre", "Marit", "Øyvind", "Tone", "Håvard", "Solveig", "Eirik", "Astrid",
    "Torbjørn", "Ragnhild", "Kjetil", "Silje", "Bjørn", "Áile", "Hege", "Magnus", "Nils",
    "Unni", "Trygve"};

constexpr Word norway_last[] = {
    "Haugland", "Bakken", "Sørli", "Nygård", "Eide", "Tveit", "Aasen", "Myhre", "Løvås",
    "Fjeld", "Solbakken", "Kvam", "Rønning", "Moen", "Eira", "Hovland", "Grønli", "Vik",
    "Strømme", "Lunde"};

constexpr Word netherlands_first[] = {
    "Sanne", "Joost", "Marijke", "Daan", "Femke", "Pieter", "Anouk", "Ruben", "Fatma", "Bram",
    "Lotte", "Sjoerd", "Wietske", "Jeroen", "Renée", "Thijs", "Noortje", "Hendrik", "Naïma",
    "Koen"};

constexpr Word netherlands_last[] = {
    "de Wit", "van der Laan", "Bakker", "Hoekstra", "van Dijk", "El Amrani", "Postma",
    "Vermeer", "Kuipers", "van den Broek", "Smit", "Dijkstra", "Jansen", "Brouwer", "Wiersma",
    "van Leeuwen", "Boersma", "Timmer", "Kaya", "Schouten"};

constexpr Word new_zealand_first[] = {
    "Aroha", "Hamish", "Mereana", "Tāne", "Kiri", "Wiremu", "Ngaire", "Josh", "Sina", "Bevan",
    "Hinemoa", "Craig", "Leilani", "Rangi", "Philippa", "Tama", "Sione", "Georgina", "Māia",
    "Grant"};

constexpr Word new_zealand_last[] = {
    "Te Aho", "Mahuika", "Fonoti", "Henare", "McAllister", "Parata", "Tuilagi", "Sinclair",
    "Ngata", "Wihongi", "Robertson", "Tamihana", "Faleolo", "Whitcombe", "Harawira", "Penman",
    "Kereama", "Latu", "Drury", "Aperahama"};

constexpr Word australia_first[] = {
    "Kylie", "Lachlan", "Priyanka", "Bruce", "Mei", "Jarrah", "Georgia", "Nathan", "Alinta",
    "Con", "Despina", "Angus", "Tahlia", "Minh", "Brooke", "Darcy", "Sunil", "Bronte", "Luca",
    "Marlee"};

constexpr Word australia_last[] = {
    "Papadopoulos", "Hartigan", "Nguyen", "Costa", "Whitford", "Tran", "Barlow", "Romano",
    "McKinlay", "Ferraro", "Bligh", "Singh", "Donovan", "Kostas", "Waters", "Pham", "Gleeson",
    "Marchetti", "Rowe", "Bennetts"};

constexpr Word beginnings[] = {
    "Calder", "Wyre", "Thorn", "Esk", "Marl", "Harran", "Alder", "Brack", "Cold", "Dun", "Elm",
    "Fern", "Gorse", "Hallow", "Ivel", "Kest", "Larch", "Mallow", "Nether", "Oxen", "Pen",
    "Quern", "Rowth", "Sedge", "Tarn", "Ulver", "Vine", "Wexel", "Yarrow", "Askel", "Birch",
    "Crane", "Drift", "Ember", "Flint", "Grims", "Hazel", "Inver", "Kember", "Lark"};

constexpr Word endings[] = {
    "vale", "side", "mere", "holme", "combe", "wick", "bourne", "den", "ford", "leigh", "stow",
    "march", "thwaite", "haven", "bury", "minster", "fell", "wold", "stoke", "beck", "brook",
    "moor", "reach", "hurst", "gate"};

constexpr Names names[] = {
    {"British", 300, british_first, british_last},
    {"Irish", 70, irish_first, irish_last},
    {"Welsh", 55, welsh_first, welsh_last},
    {"Scottish", 60, scottish_first, scottish_last},
    {"South Asian", 165, south_asian_first, south_asian_last},
    {"West African", 85, west_african_first, west_african_last},
    {"East and southern African", 30, east_and_southern_african_first,
     east_and_southern_african_last},
    {"Caribbean", 45, caribbean_first, caribbean_last},
    {"East European", 55, east_european_first, east_european_last},
    {"Filipino", 45, filipino_first, filipino_last},
    {"Middle Eastern", 55, middle_eastern_first, middle_eastern_last},
    {"Chinese", 35, chinese_first, chinese_last},
    {"sweden", 0, sweden_first, sweden_last},
    {"norway", 0, norway_first, norway_last},
    {"netherlands", 0, netherlands_first, netherlands_last},
    {"new-zealand", 0, new_zealand_first, new_zealand_last},
    {"australia", 0, australia_first, australia_last},
};

}  // namespace

std::span<const Names> all_names() { return names; }

std::span<const std::string_view> place_beginnings() { return beginnings; }

std::span<const std::string_view> place_endings() { return endings; }

}  // namespace demo
