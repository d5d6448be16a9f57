using System.Xml;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Ctf;

/// <summary>Walks a whole file without keeping it: shape and limits.</summary>
internal static class CtfInspection
{
    public static FieldProblem? Problem(XmlReader reader)
    {
        var section = "";
        var (header, data, pupils, elements) = (false, false, 0, 0);
        while (reader.Read())
        {
            if (reader.Depth >= CtfLimits.Depth)
                return new("", $"must not be nested deeper than {CtfLimits.Depth} levels");
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            if (reader.Depth is 0 && !CtfNames.Same(reader.LocalName, CtfNames.Root))
                return new("", "must have the root element CTfile of a Common Transfer File");

            if (reader.Depth is 1)
                section = reader.LocalName;
            var ofPupils = CtfNames.Same(section, CtfNames.PupilData);
            header |= CtfNames.Same(section, CtfNames.Header);
            data |= ofPupils;
            var starts = reader.Depth is 1 || (reader.Depth is 2 && ofPupils);
            elements = starts ? 0 : elements + 1;
            pupils += reader.Depth is 2 && ofPupils ? 1 : 0;
            if (elements > CtfLimits.Elements)
                return new(ofPupils ? $"Pupil[{pupils}]" : CtfNames.Header, $"must not have more than {CtfLimits.Elements} elements");
            if (pupils > CtfLimits.Pupils)
                return new(CtfNames.PupilData, $"must not have more than {CtfLimits.Pupils} pupils");
        }

        return !header ? new(CtfNames.Header, "is required") : data ? null : new(CtfNames.PupilData, "is required");
    }
}
