using System.Numerics;

namespace Lossary.Tensors;

/// <summary>While it lasts, its tape computes and records nothing: made by <see cref="Tape{T}.NoGradient"/>.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct NoGradientScope<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tape<T> _tape;
    private readonly bool _wasRecording;

    internal NoGradientScope(Tape<T> tape)
    {
        _tape = tape;
        _wasRecording = tape.IsRecording;
        tape.IsRecording = false;
    }

    /// <summary>Lets the tape record again, where it did before.</summary>
    public void Dispose() => _tape.IsRecording = _wasRecording;
}
