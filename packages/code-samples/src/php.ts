import { literal } from "./literal.ts";
import { php, quoted } from "./php-literal.ts";
import { keyVariable, type SampleRequest } from "./request.ts";

/** A script for PHP 8.1 or later with its curl extension. */
export function phpSample({ method, url, keyHeader, body }: SampleRequest): string {
  const headers = [
    `        ${quoted(`${keyHeader}: `)} . getenv('${keyVariable}'),`,
    ...(body ? [`        ${quoted(`content-type: ${body.mediaType}`)},`] : []),
  ];
  const payload = body ? `$body = ${literal(body.value, php)};\n\n` : "";
  const fields = body
    ? `    CURLOPT_POSTFIELDS => json_encode(
        $body,
        JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE,
    ),
`
    : "";
  return `<?php
// Save as sms.php and run: php sms.php
${payload}$request = curl_init(${quoted(url)});
curl_setopt_array($request, [
    CURLOPT_CUSTOMREQUEST => '${method}',
    CURLOPT_HTTPHEADER => [
${headers.join("\n")}
    ],
${fields}    CURLOPT_RETURNTRANSFER => true,
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
`;
}
