import { expect, test } from "vitest";
import { phpSample } from "./php.ts";

test("a call with a body", () => {
  const sample = phpSample({
    method: "POST",
    url: "https://api.example.com/v1/things",
    keyHeader: "x-api-key",
    body: {
      mediaType: "application/json",
      value: { text: 'it\'s "new" — नया', list: ["a", "b"], now: true, later: null, count: 2 },
    },
  });
  expect(sample).toMatchInlineSnapshot(`
    "<?php
    // Save as sms.php and run: php sms.php
    $body = [
        'text' => 'it\\'s "new" — नया',
        'list' => ['a', 'b'],
        'now' => true,
        'later' => null,
        'count' => 2,
    ];

    $request = curl_init('https://api.example.com/v1/things');
    curl_setopt_array($request, [
        CURLOPT_CUSTOMREQUEST => 'POST',
        CURLOPT_HTTPHEADER => [
            'x-api-key: ' . getenv('GCM_API_KEY'),
            'content-type: application/json',
        ],
        CURLOPT_POSTFIELDS => json_encode(
            $body,
            JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE,
        ),
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    $json = curl_exec($request);
    if ($json === false) {
        throw new RuntimeException(curl_error($request));
    }
    $answer = json_decode($json, true, 512, JSON_THROW_ON_ERROR);

    if (curl_getinfo($request, CURLINFO_RESPONSE_CODE) >= 300) {
        // Decide on the code; the message is for people.
        fwrite(STDERR, "{$answer['error']['code']}: {$answer['error']['message']}\\n");
        exit(1);
    }
    echo json_encode($answer, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\\n";
    "
  `);
});

test("a call without a body sends no content type", () => {
  const url = "https://api.example.com/v1/things/1";
  const sample = phpSample({ method: "DELETE", url, keyHeader: "x-api-key" });
  expect(sample).toMatchInlineSnapshot(`
    "<?php
    // Save as sms.php and run: php sms.php
    $request = curl_init('https://api.example.com/v1/things/1');
    curl_setopt_array($request, [
        CURLOPT_CUSTOMREQUEST => 'DELETE',
        CURLOPT_HTTPHEADER => [
            'x-api-key: ' . getenv('GCM_API_KEY'),
        ],
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    $json = curl_exec($request);
    if ($json === false) {
        throw new RuntimeException(curl_error($request));
    }
    $answer = json_decode($json, true, 512, JSON_THROW_ON_ERROR);

    if (curl_getinfo($request, CURLINFO_RESPONSE_CODE) >= 300) {
        // Decide on the code; the message is for people.
        fwrite(STDERR, "{$answer['error']['code']}: {$answer['error']['message']}\\n");
        exit(1);
    }
    echo json_encode($answer, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), "\\n";
    "
  `);
});
