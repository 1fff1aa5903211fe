<?php
require_once 'Sabre/VObject/autoload.php';
$found = [];
foreach (array_slice($argv, 1) as $name) {
    try {
        $rows = [];
        $calendar = Sabre\VObject\Reader::read(file_get_contents($name));
        foreach ($calendar->VEVENT as $event) {
            $rows[(string) $event->UID] = [
                $event->DTSTART->getDateTime()->getTimestamp(),
                $event->DTEND->getDateTime()->getTimestamp(),
            ];
        }
        $found[$name] = $rows;
    } catch (Throwable $error) {
        $found[$name] = ['error' => get_class($error) . ': ' . $error->getMessage()];
    }
}
echo json_encode($found);
