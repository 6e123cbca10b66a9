-- What is counted here ends within an hour and every request to the API writes it: it need not outlive a crash of the database.
ALTER TABLE "RateLimit" SET UNLOGGED;
