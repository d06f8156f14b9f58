using System.Globalization;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>One training from its first batch to its last.</summary>
internal sealed class TrainingRun
{
    private readonly Network<float> _network;
    private readonly ValidationScore? _validation;
    private readonly TrainingOptions _options;
    private readonly TrainingStep _step;
    private readonly RandomStream _batches;
    private readonly SampleOrder _order;
    private readonly float[] _best;
    private readonly List<EpochRecord> _history = [];
    private int _bestEpoch;
    private double _bestScore = double.PositiveInfinity;
    private string? _failure;

    public TrainingRun(
        Network<float> network,
        TrainingObjective objective,
        TrainingData data,
        ValidationScore? validation,
        TrainingOptions options)
    {
        _network = network;
        _validation = validation;
        _options = options;
        RandomStream random = new(options.Seed);
        _batches = random.Split("batches");
        _step = new TrainingStep(network, objective, data, options, random.Split("noise"));
        _order = new SampleOrder(data);
        _best = network.State.ToArray();
    }

    /// <summary>Trains, and leaves the best epoch's weights in the network.</summary>
    public TrainingResult Run(CancellationToken cancellation)
    {
        StopReason reason;
        try
        {
            reason = Epochs(cancellation);
        }
        finally
        {
            // Also where the validation or the progress callback throws.
            _best.CopyTo(_network.State);
        }

        return new TrainingResult
        {
            Epochs = _history.Count,
            BestEpoch = _bestEpoch,
            BestScore = _bestEpoch == 0 ? double.NaN : _bestScore,
            Stopped = reason,
            Failure = _failure,
            History = _history,
        };
    }

    private StopReason Epochs(CancellationToken cancellation)
    {
        for (int epoch = 1; epoch <= _options.MaxEpochs; epoch++)
        {
            _order.Shuffle(_batches.Split((ulong)epoch));
            _step.Optimizer.BeginEpoch(epoch);
            StopReason? stopped = Epoch(epoch, cancellation, out Totals totals, out double gradientNorm);
            if (stopped is StopReason reason)
            {
                return reason;
            }

            double score = _validation is null ? totals.Mean : _validation(_network);
            if (!double.IsFinite(score))
            {
                return Diverge(epoch, _order.Count, "the validation score", score, gradientNorm);
            }

            Keep(epoch, score);
            _step.Optimizer.EndEpoch(score);
            _history.Add(new EpochRecord(epoch, totals.Mean, score, gradientNorm)
            {
                LayerGradientNorms = _step.TakeLayerNorms(),
            });
            _options.Progress?.Invoke(_history[^1]);
            if (epoch - _bestEpoch >= _options.Patience)
            {
                return StopReason.EarlyStopping;
            }
        }

        return StopReason.Completed;
    }

    private StopReason? Epoch(int epoch, CancellationToken cancellation, out Totals totals, out double gradientNorm)
    {
        totals = default;
        gradientNorm = 0;
        int steps = 0;
        for (int start = 0; start < _order.Count;)
        {
            if (cancellation.IsCancellationRequested)
            {
                return StopReason.Cancelled;
            }

            steps++;
            ReadOnlySpan<int> rows = _order.Batch(start, _options.BatchSize);
            start += rows.Length;
            StepOutcome outcome = _step.Take(rows);
            if (outcome.Failure is not null)
            {
                return Diverge(epoch, steps, outcome.Failure, outcome.FailedValue, outcome.GradientNorm);
            }

            totals += outcome.Totals;
            gradientNorm += outcome.GradientNorm;
        }

        gradientNorm /= steps;
        double size = GradientClipping.Norm<float>(_network.Weights);
        return double.IsFinite(size) ? null : Diverge(epoch, steps, "the weights' norm", size, gradientNorm);
    }

    private void Keep(int epoch, double score)
    {
        if (_bestEpoch == 0
            || score < _bestScore - _options.MinimumImprovement
            || (_options.TakesLaterOfEqual && score == _bestScore))
        {
            _bestEpoch = epoch;
            _bestScore = score;
            _network.State.CopyTo(_best);
        }
    }

    private StopReason Diverge(int epoch, int step, string what, double value, double gradientNorm)
    {
        string found = double.IsFinite(value) ? "" : string.Create(CultureInfo.InvariantCulture, $" is {value}");
        _failure = string.Create(
            CultureInfo.InvariantCulture,
            $"Epoch {epoch}, step {step}: {what}{found}; gradient norm {gradientNorm:G4}.");
        return StopReason.Diverged;
    }
}
