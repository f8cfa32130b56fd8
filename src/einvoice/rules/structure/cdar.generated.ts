/** Made by `scripts/structure-tables.ts`: read `grammar.ts` for what the signs mean. */
export const CDAR_STRUCTURE = `
CrossDomainAcknowledgementAndResponse = rsm:ExchangedDocumentContext?/ExchangedDocumentContextType rsm:ExchangedDocument/ExchangedDocumentType rsm:AcknowledgementDocument+/AcknowledgementDocumentType
ExchangedDocumentContextType = ram:TestIndicator?/IndicatorType ram:BusinessProcessSpecifiedDocumentContextParameter?/DocumentContextParameterType ram:GuidelineSpecifiedDocumentContextParameter/DocumentContextParameterType
DocumentContextParameterType = ram:ID/IDType
ExchangedDocumentType = ram:ID?/IDType ram:Name?/TextType ram:TypeCode?/DocumentCodeType ram:StatusCode?/DocumentCodeType ram:IssueDateTime?/DateTimeType ram:LanguageID?/IDType ram:ElectronicPresentationIndicator?/IndicatorType ram:VersionID?/IDType ram:GlobalID?/IDType ram:IncludedNote*/NoteType ram:EffectiveSpecifiedPeriod? ram:SenderTradeParty?/TradePartyType ram:IssuerTradeParty?/TradePartyType ram:RecipientTradeParty+/TradePartyType
DateTimeType | udt:DateTimeString/DateTimeString udt:DateTime/Plain
TradePartyType = ram:ID*/IDType ram:GlobalID*/IDType ram:Name?/TextType ram:RoleCode?/DocumentCodeType ram:DefinedTradeContact* ram:PostalTradeAddress? ram:URIUniversalCommunication?/UniversalCommunicationType
UniversalCommunicationType = ram:URIID?/IDType ram:CompleteNumber?/TextType
AcknowledgementDocumentType = ram:MultipleReferencesIndicator?/IndicatorType ram:ID?/IDType ram:TypeCode?/DocumentCodeType ram:Name?/TextType ram:IssueDateTime?/DateTimeType ram:StatusCode?/DocumentCodeType ram:AcknowledgementStatusCode?/DocumentCodeType ram:ItemIdentificationID?/IDType ram:ReasonInformation*/TextType ram:ChannelCode?/CodeType ram:ProcessConditionCode?/CodeType ram:ProcessCondition*/TextType ram:Status*/TextType ram:ReferenceReferencedDocument+/ReferencedDocumentType
IndicatorType | udt:IndicatorString/DateTimeString udt:Indicator/Plain
ReferencedDocumentType = ram:IssuerAssignedID?/IDType ram:StatusCode?/DocumentCodeType ram:CopyIndicator?/IndicatorType ram:LineID?/IDType ram:TypeCode?/DocumentCodeType ram:GlobalID?/IDType ram:RevisionID?/IDType ram:Name?/TextType ram:ReceiptDateTime?/DateTimeType ram:AttachmentBinaryObject*/BinaryObjectType ram:ReferenceTypeCode?/DocumentCodeType ram:LanguageID?/LanguageIDType ram:Description*/TextType ram:FormattedIssueDateTime?/FormattedDateTimeType ram:IncludedAmount*/AmountType ram:VersionID?/IDType ram:TotalIssueCountNumeric?/DateTimeString ram:Status*/TextType ram:ProcessConditionCode?/CodeType ram:ProcessCondition*/TextType ram:Type?/TextType ram:IssuerTradeParty?/TradePartyType ram:RecipientTradeParty*/TradePartyType ram:SenderTradeParty?/TradePartyType ram:SpecifiedDocumentStatus*/DocumentStatusType ram:ValiditySpecifiedPeriod?
FormattedDateTimeType = qdt:DateTimeString/DateTimeString
DocumentStatusType = ram:ReferenceDateTime?/DateTimeType ram:ConditionCode?/DocumentCodeType ram:ReasonCode?/CodeType ram:Reason*/TextType ram:Condition*/TextType ram:ProcessConditionCode?/CodeType ram:ProcessCondition*/TextType ram:ReasonInformationCode?/CodeType ram:ReasonInformation*/TextType ram:ReasonClassificationCode?/CodeType ram:ReasonClassification*/TextType ram:RequestedActionCode?/CodeType ram:RequestedAction*/TextType ram:InvalidInformation?/TextType ram:ValidInformation?/TextType ram:SequenceNumeric?/DateTimeString ram:IncludedNote*/NoteType ram:SpecifiedDocumentCharacteristic*/DocumentCharacteristicType
NoteType = ram:ContentCode?/CodeType ram:Content*/TextType ram:SubjectCode?/CodeType
DocumentCharacteristicType = ram:ID?/IDType ram:TypeCode?/CodeType ram:ValueChangedIndicator?/IndicatorType ram:ValueAdjustmentDirectionCode?/CodeType ram:Name*/TextType ram:Description*/TextType ram:Location?/TextType ram:Value*/TextType ram:ValueAmount?/AmountType ram:ValueMeasure?/MeasureType ram:ValueDateTime?/DateTimeType ram:ValueCode?/CodeType ram:ValueQuantity?/QuantityType ram:ValueNumeric?/DateTimeString ram:ValuePercent?/DateTimeString
AmountType @ currencyID currencyCodeListVersionID
BinaryObjectType @ format mimeCode encodingCode characterSetCode uri filename
CodeType @ listID listAgencyID listAgencyName listName listVersionID name languageID listURI listSchemeURI
DateTimeString @ format
DocumentCodeType @ listID listAgencyID
IDType @ schemeID schemeName schemeAgencyID schemeAgencyName schemeVersionID schemeDataURI schemeURI
LanguageIDType @ schemeID schemeAgencyID
MeasureType @ unitCode unitCodeListVersionID
Plain @
QuantityType @ unitCode unitCodeListID unitCodeListAgencyID unitCodeListAgencyName
TextType @ languageID languageLocaleID
`
