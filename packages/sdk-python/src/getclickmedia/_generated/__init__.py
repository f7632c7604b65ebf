# Generated from spec/ by `pnpm generate`. Do not edit.

"""What is written from the OpenAPI document."""
