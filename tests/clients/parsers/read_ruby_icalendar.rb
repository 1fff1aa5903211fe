require "stringio"
require "icalendar"
require "json"

found = ARGV.to_h do |name|
  begin
    events = Icalendar::Calendar.parse(File.read(name, encoding: "UTF-8")).first.events
    [name, events.to_h { |event| [event.uid.to_s, [event.dtstart.to_time.to_i, event.dtend.to_time.to_i]] }]
  rescue StandardError => error
    [name, { "error" => "#{error.class}: #{error.message}" }]
  end
end
puts JSON.generate(found)
