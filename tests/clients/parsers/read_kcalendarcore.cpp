// The library behind KOrganizer and Kontact.
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <cstdio>

static QJsonObject readFile(const QString &name)
{
    QJsonObject rows;
    KCalendarCore::ICalFormat format;
    KCalendarCore::MemoryCalendar::Ptr calendar(new KCalendarCore::MemoryCalendar(QTimeZone::utc()));
    if (!format.load(calendar, name)) {
        rows.insert(QStringLiteral("error"), QStringLiteral("not loaded"));
        return rows;
    }
    for (const auto &event : calendar->rawEvents()) {
        rows.insert(event->uid(), QJsonArray{event->dtStart().toSecsSinceEpoch(), event->dtEnd().toSecsSinceEpoch()});
    }
    return rows;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QJsonObject found;
    const QStringList names = application.arguments().mid(1);
    for (const QString &name : names) {
        found.insert(name, readFile(name));
    }
    fputs(QJsonDocument(found).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}
