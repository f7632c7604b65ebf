<?php

/**
 * Makes random runs against a fault server, and prints what came of them as JSON: one of several processes of
 * FaultMatrixTest, since most of a run is waiting.
 */

declare(strict_types=1);

namespace GetClickMedia\Sms\Tests;

use GetClickMedia\Sms\ApiResponse;
use GetClickMedia\Sms\Exception\SmsException;
use GetClickMedia\Sms\Tests\Support\FaultRun;
use GetClickMedia\Sms\Tests\Support\FaultServer;

require __DIR__ . '/bootstrap.php';

[, $origin, $transport, $first, $step, $end] = $argv;
$server = new FaultServer($origin);
$endings = ['accepted' => 0, 'refused' => 0, 'unknown' => 0, 'other' => 0];
$lies = [];
for ($seed = (int) $first; $seed < (int) $end; $seed += (int) $step) {
    ['faults' => $faults, 'operation' => $operation] = $server->random($seed);
    $id = "$transport-$seed";
    $run = FaultRun::make($transport, $server->baseUrl($id, ...$faults), $operation);
    $counts = $server->report($id)['counts'];
    $server->forget($id);
    $accepted = $counts['accepted'] ?? 0;
    $sent = ($counts['posts'] ?? 0) > 0;
    $ending = match (true) {
        !$sent => 'other', // It only read, or cancelled.
        $run->result instanceof ApiResponse => 'accepted',
        $run->deliveryUnknown() => 'unknown',
        default => 'refused',
    };
    ++$endings[$ending];
    $wrong = array_filter([
        'sent twice' => $accepted > 1,
        'told that it was accepted' => $ending === 'accepted' && $accepted !== 1,
        'told that nothing was accepted' => $ending === 'refused' && $accepted !== 0,
        'the key or the text was to be seen' => str_contains($run->output, FaultRun::API_KEY)
            || str_contains($run->output, FaultRun::TEXT),
        'failed with ' . get_debug_type($run->result) => !$run->result instanceof ApiResponse
            && !$run->result instanceof SmsException,
    ]);
    if ($wrong !== []) {
        $lies[] = "seed $seed: $operation met " . implode(', ', $faults) . ': ' . implode(', ', array_keys($wrong));
    }
}
echo json_encode(['endings' => $endings, 'lies' => $lies], JSON_THROW_ON_ERROR), "\n";
