using System.Runtime.ExceptionServices;

namespace Lossary.Studies;

/// <summary>
/// Runs the trainings of a comparison side by side, fold by fold, so that only a few folds are in memory at a time.
/// </summary>
internal sealed class TrainingSchedule(
    IReadOnlyList<Candidate> candidates, IReadOnlyList<Lazy<FoldData>> folds,
    Func<int, Candidate, FoldData, CancellationToken, FoldOutcome> train)
{
    private readonly Lock _log = new();
    private readonly Lazy<FoldData>?[] _folds = [.. folds];
    private readonly int[] _open = [.. folds.Select(_ => candidates.Count)];
    private readonly FoldOutcome[][] _outcomes = [.. candidates.Select(_ => new FoldOutcome[folds.Count])];
    private int _next = -1;
    private int _done;
    private int _found;
    private ExceptionDispatchInfo? _failure;

    private int Total => candidates.Count * folds.Count;

    /// <summary>
    /// Trains what the log does not hold. The first exception of a training ends the others and comes out.
    /// </summary>
    /// <returns>[candidates][folds].</returns>
    public FoldOutcome[][] Run(
        IReadOnlyList<(int Repeat, int Fold)> places, int threads, ITrainingLog? log,
        Action<ComparisonProgress>? progress,
        CancellationToken cancellation)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        void Work()
        {
            try
            {
                for (int job = Interlocked.Increment(ref _next); job < Total; job = Interlocked.Increment(ref _next))
                {
                    ending.Token.ThrowIfCancellationRequested();
                    Do(job / candidates.Count, job % candidates.Count, places, log, progress, ending.Token);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException || !ending.IsCancellationRequested)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(error), null);
                ending.Cancel();
            }
            catch (OperationCanceledException)
            {
                // Told below, once.
            }
        }

        Task[] workers = [.. Enumerable.Range(0, int.Min(threads, Total)).Select(
            _ => Task.Run(Work, CancellationToken.None))];
        Task.WaitAll(workers, CancellationToken.None);
        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
        return _outcomes;
    }

    private void Do(
        int fold, int index, IReadOnlyList<(int Repeat, int Fold)> places, ITrainingLog? log,
        Action<ComparisonProgress>? progress, CancellationToken cancellation)
    {
        Candidate candidate = candidates[index];
        FoldOutcome? outcome;
        lock (_log)
        {
            outcome = log?.Find(candidate.Objective.Name, places[fold].Repeat, places[fold].Fold);
        }

        bool isFound = outcome is not null;
        outcome ??= train(fold, candidate, _folds[fold]!.Value, cancellation);

        _outcomes[index][fold] = outcome;
        if (Interlocked.Decrement(ref _open[fold]) == 0)
        {
            _folds[fold] = null;
        }

        ComparisonProgress reached;
        lock (_log)
        {
            if (isFound)
            {
                _found++;
            }
            else
            {
                log?.Add(candidate.Objective.Name, outcome);
            }

            // Counted together, so that no report holds more that were found than were done.
            reached = new(++_done, Total, candidate.Objective.Name) { Found = _found };
        }

        progress?.Invoke(reached);
    }
}
