using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Chosen samples of the data, gathered for one step; its memory is reused step after step.</summary>
internal sealed class TrainingBatch(TrainingData data)
{
    private int[] _lengths = [];
    private int[] _classes = [];
    private int[] _groups = [];
    private float[] _targets = [];
    private float[] _weights = [];
    private bool[] _mask = [];
    private int _count;
    private int _targetsOfSample;

    /// <summary>Shape <c>[batch]</c>; empty where all steps are real.</summary>
    public ReadOnlySpan<int> Lengths => data.Lengths is null ? default : _lengths.AsSpan(0, _count);

    /// <summary>Shape <c>[batch, …]</c>; empty where the data has class numbers.</summary>
    public ReadOnlySpan<float> Targets => data.Targets.Length == 0 ? default : _targets.AsSpan(0, TargetCount);

    /// <summary>Shape <c>[batch, …]</c>; empty where the data has numeric targets.</summary>
    public ReadOnlySpan<int> Classes => data.Classes.Length == 0 ? default : _classes.AsSpan(0, TargetCount);

    /// <summary>One for each target; empty where there are none.</summary>
    public ReadOnlySpan<float> Weights => data.Weights is null ? default : _weights.AsSpan(0, TargetCount);

    /// <summary>Shape <c>[batch]</c>, each group's samples side by side; empty where there are none.</summary>
    public ReadOnlySpan<int> Groups => data.Groups is null ? default : _groups.AsSpan(0, _count);

    /// <summary>One for each target: false beyond a sequence's length; empty where all count.</summary>
    public ReadOnlySpan<bool> Mask => data.HasTargetsPerStep ? _mask.AsSpan(0, TargetCount) : default;

    private int TargetCount => _count * _targetsOfSample;

    /// <summary>Gathers samples, and puts their features on the tape.</summary>
    public Tensor<float> Gather(Tape<float> tape, ReadOnlySpan<int> rows)
    {
        _count = rows.Length;
        Shape sample = data.SampleShape;
        if (data.Lengths is int[] lengths)
        {
            int longest = GatherLengths(lengths, rows);
            sample = sample.WithFirst(longest);
        }

        _targetsOfSample = data.HasTargetsPerStep
            ? data.TargetShape.WithFirst(sample[0]).Length
            : data.TargetShape.Length;
        GatherTargets(rows);
        GatherWeights(rows);
        GatherMask();
        GatherGroups(rows);
        Tensor<float> features = tape.Rent(sample.WithBatch(rows.Length));
        SampleRows.Copy(data.Features, data.Width, rows, features.Values, sample.Length);
        return features;
    }

    private static Span<TNumber> Room<TNumber>(ref TNumber[] memory, int length)
    {
        if (memory.Length < length)
        {
            memory = new TNumber[length];
        }

        return memory.AsSpan(0, length);
    }

    private int GatherLengths(int[] lengths, ReadOnlySpan<int> rows)
    {
        Span<int> chosen = Room(ref _lengths, rows.Length);
        int longest = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            chosen[i] = lengths[rows[i]];
            longest = Math.Max(longest, chosen[i]);
        }

        return longest;
    }

    private void GatherTargets(ReadOnlySpan<int> rows)
    {
        if (data.Targets.Length > 0)
        {
            SampleRows.Copy(
                data.Targets, data.TargetShape.Length, rows, Room(ref _targets, TargetCount), _targetsOfSample);
        }
        else
        {
            SampleRows.Copy(
                data.Classes, data.TargetShape.Length, rows, Room(ref _classes, TargetCount), _targetsOfSample);
        }
    }

    private void GatherWeights(ReadOnlySpan<int> rows)
    {
        if (data.Weights is not float[] weights)
        {
            return;
        }

        Span<float> spread = Room(ref _weights, TargetCount);
        for (int i = 0; i < rows.Length; i++)
        {
            spread.Slice(i * _targetsOfSample, _targetsOfSample).Fill(weights[rows[i]]);
        }
    }

    private void GatherGroups(ReadOnlySpan<int> rows)
    {
        if (data.Groups is not int[] groups)
        {
            return;
        }

        Span<int> chosen = Room(ref _groups, rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            chosen[i] = groups[rows[i]];
        }
    }

    private void GatherMask()
    {
        if (!data.HasTargetsPerStep)
        {
            return;
        }

        int targetsOfStep = data.TargetShape.Length / data.TargetShape[0];
        Span<bool> mask = Room(ref _mask, TargetCount);
        for (int i = 0; i < _count; i++)
        {
            Span<bool> steps = mask.Slice(i * _targetsOfSample, _targetsOfSample);
            int real = _lengths[i] * targetsOfStep;
            steps[..real].Fill(true);
            steps[real..].Clear();
        }
    }
}
