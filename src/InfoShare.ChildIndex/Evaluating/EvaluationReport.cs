namespace InfoShare.ChildIndex.Evaluating;

/// <summary>How well records are linked, by what is known of who they are of. A figure is null where there is nothing to divide by.</summary>
/// <param name="Pairs">Pairs that are of one person.</param>
/// <param name="Compared">Pairs that were compared.</param>
/// <param name="Blocking">How many of the pairs were.</param>
/// <param name="Automatic">What is linked without anybody looking.</param>
/// <param name="WithReview">What is linked if every question is answered rightly.</param>
/// <param name="Clustered">Of the clusters at a probability of 0.5 and more; for comparison with other linkers only.</param>
/// <param name="ByGroup">The compared pairs of one person by what they differ in.</param>
public sealed record EvaluationReport(
    long Pairs, long Compared, BlockingFigures Blocking, AutomaticFigures Automatic, ReviewFigures WithReview, ClusteredFigures Clustered, IReadOnlyDictionary<string, GroupFigures> ByGroup);

public sealed record BlockingFigures(double? Recall);

/// <param name="Linked">Pairs.</param>
/// <param name="Wrong">Those of two people.</param>
public sealed record AutomaticFigures(double? Precision, double? Recall, double? F1, long Linked, long Wrong);

/// <param name="ToReview">Pairs that somebody looks at.</param>
public sealed record ReviewFigures(double? Recall, long ToReview);

public sealed record ClusteredFigures(double? F1);

/// <param name="Pairs">Pairs of one person in this group.</param>
/// <param name="Automatic">How many of them are linked without anybody looking: 0 to 1.</param>
/// <param name="WithReview">How many are linked or asked about: 0 to 1.</param>
public sealed record GroupFigures(long Pairs, double Automatic, double WithReview);
