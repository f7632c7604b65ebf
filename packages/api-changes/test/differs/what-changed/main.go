// Compares two OpenAPI documents with libopenapi, the engine of openapi-changes, and prints how many changes there
// are and how many of them break. Arguments: the file of the base and the file of the head.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/pb33f/libopenapi"
)

func main() {
	base, head := read(os.Args[1]), read(os.Args[2])
	changes, err := libopenapi.CompareDocuments(base, head)
	if err != nil {
		fail(err)
	}
	counts := map[string]int{"total": 0, "breaking": 0}
	if changes != nil {
		counts["total"] = changes.TotalChanges()
		counts["breaking"] = changes.TotalBreakingChanges()
	}
	if err := json.NewEncoder(os.Stdout).Encode(counts); err != nil {
		fail(err)
	}
}

func read(file string) libopenapi.Document {
	text, err := os.ReadFile(file)
	if err != nil {
		fail(err)
	}
	document, err := libopenapi.NewDocument(text)
	if err != nil {
		fail(err)
	}
	return document
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
