using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>∂score = ∂output · (how often it is expected − how often it is there).</summary>
internal sealed class CrfRecord<T> : Operation<T>, IComposition<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private CrfScores<T> _scores = null!; // Set right after the record is taken.
    private CrfChains _chains = null!; // Set right after the record is taken.

    /// <summary>Keeps what the backward half needs.</summary>
    public void Keep(CrfScores<T> scores, CrfChains chains)
    {
        _scores = scores;
        _chains = chains;
    }

    internal override void RecordBackward(GradientPass<T> pass) => pass.Compose(
        this, _scores.Emissions, _scores.Transitions, _scores.Start ?? None(pass.Tape), _scores.End ?? None(pass.Tape));

    public Tensor<T> Compose(Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs) =>
        new CrfComposition(_chains.Labels, _chains.Lengths).Compute(tape, inputs[0], inputs[1], inputs[2], inputs[3]);

    protected internal override void Backward(Tape<T> tape)
    {
        double[] upstream = tape.RentArray<double>(Output.Shape.Length);
        for (int i = 0; i < upstream.Length; i++)
        {
            upstream[i] = double.CreateTruncating(Output.Gradient[i]);
        }

        Take(tape, _scores.Emissions, Emissions(tape, upstream));
        Take(tape, _scores.Transitions, Transitions(tape, upstream));
        Take(tape, _scores.Start, Ends(tape, upstream, _ => 0));
        Take(tape, _scores.End, Ends(tape, upstream, sample => _chains.Lengths[sample] - 1));
    }

    /// <summary>By the score of each label at each step.</summary>
    private double[] Emissions(Tape<T> tape, double[] upstream)
    {
        double[] slopes = tape.RentArray<double>(_scores.Emissions.Shape.Length);
        WorkerPool.Shared.Run(_scores.Emissions.RequiresGradient ? upstream.Length : 0, sample =>
        {
            for (int step = 0; step < _chains.Lengths[sample] && upstream[sample] != 0; step++)
            {
                int at = _chains.At(sample, step);
                for (int label = 0; label < _chains.Classes; label++)
                {
                    slopes[at + label] = upstream[sample] * _chains.ShareOf(sample, step, label);
                }

                slopes[at + _chains.Labels[(sample * _chains.Steps) + step]] -= upstream[sample];
            }
        });
        return slopes;
    }

    /// <summary>
    /// By the score of each pair of neighbours: a row is one thread's, samples and steps come in order.
    /// </summary>
    private double[] Transitions(Tape<T> tape, double[] upstream)
    {
        int classes = _chains.Classes;
        double[] slopes = tape.RentArray<double>(classes * classes);
        WorkerPool.Shared.Run(_scores.Transitions.RequiresGradient ? classes : 0, from =>
        {
            for (int sample = 0; sample < upstream.Length; sample++)
            {
                ReadOnlySpan<int> labels = _chains.Labels.AsSpan(sample * _chains.Steps, _chains.Lengths[sample]);
                for (int step = 0; step < labels.Length - 1 && upstream[sample] != 0; step++)
                {
                    for (int to = 0; to < classes; to++)
                    {
                        slopes[(from * classes) + to] += upstream[sample] * _chains.ShareOf(sample, step, from, to);
                    }

                    if (labels[step] == from)
                    {
                        slopes[(from * classes) + labels[step + 1]] -= upstream[sample];
                    }
                }
            }
        });
        return slopes;
    }

    /// <summary>By the score of each label at the first or the last step.</summary>
    private double[] Ends(Tape<T> tape, double[] upstream, Func<int, int> stepOf)
    {
        double[] slopes = tape.RentArray<double>(_chains.Classes);
        for (int sample = 0; sample < upstream.Length; sample++)
        {
            if (_chains.Lengths[sample] == 0 || upstream[sample] == 0)
            {
                continue;
            }

            int step = stepOf(sample);
            for (int label = 0; label < slopes.Length; label++)
            {
                slopes[label] += upstream[sample] * _chains.ShareOf(sample, step, label);
            }

            slopes[_chains.Labels[(sample * _chains.Steps) + step]] -= upstream[sample];
        }

        return slopes;
    }

    private Tensor<T> None(Tape<T> tape) => tape.Filled(new Shape(_chains.Classes), 0);

    private static void Take(Tape<T> tape, Tensor<T>? input, double[] slopes)
    {
        if (input is null || !input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            T slope = T.CreateTruncating(slopes[i]);
            gradient[i] = accumulate ? gradient[i] + slope : slope;
        }
    }
}
