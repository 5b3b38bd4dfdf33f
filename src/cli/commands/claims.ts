// `interdict claims`: what reports say about a party or in an article, what contradicts it, and what a person makes of it.
import { type Command, Option } from 'commander';
import type { ClaimQuestion } from '../../engine/reading/claim-service.ts';
import { exportLines, REVIEWER } from '../../engine/reading/export-reading.ts';
import { InterdictError } from '../../model/errors.ts';
import type { ClaimReview } from '../../model/reading.ts';
import type { CliContext } from '../context.ts';
import {
  printArticles,
  printClaims,
  printContradictions,
  printReviews,
  printStrayReviews,
} from '../print/claims.ts';

interface ClaimsOptions extends ClaimQuestion {
  readonly articles?: boolean;
  readonly all?: boolean;
  readonly stray?: boolean;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly ftm?: boolean;
  readonly claimreview?: boolean;
}

export function registerClaims(program: Command, context: CliContext): void {
  const claims = program
    .command('claims')
    .description('What reports say about a party, who says it, and what contradicts it.')
    .option('--about <id>', 'id of a listed party, or of any of its listings')
    .option('--article <id>', 'id of an article')
    .option('--contradictions', 'only what is contradicted or disputed')
    .option('--articles', 'the articles that were read')
    .option('--all', 'every claim, parts of statements and repeated lines among them')
    .option('--stray', 'reviews of claims that the latest reading does not make any more')
    .option('--json', 'print the answer as JSON and nothing else')
    .addOption(new Option('--jsonl', 'print JSON lines').conflicts(['json', 'ftm', 'claimreview']))
    .addOption(new Option('--ftm', 'print FollowTheMoney entities').conflicts(['json', 'claimreview']))
    .addOption(new Option('--claimreview', 'print schema.org ClaimReview, one a line').conflicts('json'))
    .addHelpText('after', EXAMPLES)
    .action(async (options: ClaimsOptions) => await answer(context, options));
  registerReview(claims, context);
}

const EXAMPLES = `
Examples:
  interdict claims --about us_ofac_sdn-41736
  interdict claims --about us_ofac_sdn-41736 --contradictions
  interdict claims --articles
  interdict claims review CLAIM --state confirmed --note "seen the notice"`;

async function answer(context: CliContext, options: ClaimsOptions): Promise<void> {
  const { claims } = await context.openEngine();
  const { stdout } = context;
  if (options.articles) {
    const articles = await claims.articles();
    if (options.json) context.printJson(articles);
    else {
      printArticles(stdout, articles);
      const stray = (await claims.strayReviews()).length;
      if (stray > 0) stdout.write(`\n${stray} of the reviews belong to no claim any more: --stray\n`);
    }
    return;
  }
  if (options.stray) {
    const stray = await claims.strayReviews();
    if (options.json) context.printJson(stray);
    else printStrayReviews(stdout, stray);
    return;
  }
  if (options.about === undefined && options.article === undefined)
    throw new InterdictError(
      'QUERY_INVALID',
      'Say --about with a party, --article with an article, or --articles.',
      {
        field: '--about',
      },
    );
  const { about, article, contradictions } = options;
  const reading = await claims.readingOf({ about, article, contradictions });
  const format = options.jsonl
    ? 'jsonl'
    : options.ftm
      ? 'ftm'
      : options.claimreview
        ? 'claimreview'
        : undefined;
  if (format) {
    const today = context.clock().toISOString().slice(0, 10);
    for (const line of exportLines(reading, format, today, REVIEWER)) stdout.write(line);
  } else if (options.json) context.printJson(await claims.claims({ about, article, contradictions }));
  else if (contradictions) printContradictions(stdout, reading);
  else printClaims(stdout, reading, { all: options.all ?? false });
}

interface ReviewOptions {
  readonly state?: ClaimReview['state'];
  readonly note?: string;
  readonly by?: string;
  readonly json?: boolean;
}

function registerReview(claims: Command, context: CliContext): void {
  claims
    .command('review <claim>')
    .description('Say what is to be made of a claim; without --state, what was said so far.')
    .addOption(
      new Option('--state <state>', 'confirmed, rejected, edited, or auto to take it back').choices([
        'confirmed',
        'rejected',
        'edited',
        'auto',
      ]),
    )
    .option('--note <text>', 'why')
    .option('--by <name>', 'who says so [the user of this machine]')
    .option('--json', 'print the answer as JSON and nothing else')
    // `claims --json review` is understood as well: the option belongs to both.
    .action(async (claim: string, { state, note, by }: ReviewOptions, command: Command) => {
      const { json } = command.optsWithGlobals<ReviewOptions>();
      const { claims: service } = await context.openEngine();
      if (state === undefined) {
        const reviews = await service.reviews(claim);
        if (json) context.printJson(reviews);
        else printReviews(context.stdout, reviews);
        return;
      }
      const reviewed = await service.review(claim, { state, note }, by ?? context.user ?? 'unknown');
      if (json) context.printJson(reviewed);
      else context.stdout.write(`${claim} is ${state === 'auto' ? 'as it was read' : state} from now on.\n`);
    });
}
